using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.WeChat;
using Engagement.WeChat;
using Engagement.Web.WeChat.Account;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Engagement.Web.WeChat;

/// <summary>Codes that follow the service account and open a letter: beside the letter's own link, never instead of it.</summary>
public sealed class LetterCodes(
    IOptions<AccountOptions> options, CallbackGate gate, IWeChatGateway wechat, RoseScenes scenes, ICampaignClock clock) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    // A code is asked for once, however often its page is opened.
    private readonly MemoryCache _made = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Whether this site makes them.</summary>
    public bool AreOn => options.Value.LetterCodes && gate.IsOn;

    /// <summary>What the code of an offer says; null when this site makes none, or WeChat does not now.</summary>
    public async Task<Uri?> Of(RoseId rose, Offer offer, CancellationToken cancellationToken)
    {
        var lasts = DateTimeOffset.FromUnixTimeMilliseconds(offer.Due) - clock.UtcNow;
        if (!AreOn || lasts < TimeSpan.FromMinutes(1))
        {
            return null;
        }

        var scene = scenes.Of(rose, offer.Number);
        if (_made.TryGetValue(scene, out Uri? known))
        {
            return known;
        }

        var code = await wechat.CreateQrCode(new(scene, lasts < Longest ? lasts : Longest), cancellationToken);
        return code.IsOk ? _made.Set(scene, code.Url, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1), Size = 1 }) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _made.Dispose();
}
