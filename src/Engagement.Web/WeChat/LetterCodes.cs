using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.WeChat;
using Engagement.WeChat;
using Engagement.Web.WeChat.Account;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Engagement.Web.WeChat;

/// <summary>Codes that follow the service account and open a letter or a bouquet: beside its own link, never instead of it.</summary>
public sealed class LetterCodes(
    IOptions<AccountOptions> options, CallbackGate gate, IWeChatGateway wechat, RoseScenes roses, BouquetScenes bouquets, ICampaignClock clock) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    // A code is asked for once, however often its page is opened.
    private readonly MemoryCache _made = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Whether this site makes them.</summary>
    public bool AreOn => options.Value.LetterCodes && gate.IsOn;

    /// <summary>What the code of an offer says; null when this site makes none, or WeChat does not now.</summary>
    public Task<Uri?> Of(RoseId rose, Offer offer, CancellationToken cancellationToken) => Of(roses.Of(rose, offer.Number), offer.Due, cancellationToken);

    /// <summary>What the code of a bouquet says; null as for a letter.</summary>
    public Task<Uri?> Of(BouquetState bouquet, CancellationToken cancellationToken) => Of(bouquets.Of(bouquet.Id), bouquet.Due, cancellationToken);

    private async Task<Uri?> Of(string scene, long due, CancellationToken cancellationToken)
    {
        var lasts = DateTimeOffset.FromUnixTimeMilliseconds(due) - clock.UtcNow;
        if (!AreOn || lasts < TimeSpan.FromMinutes(1))
        {
            return null;
        }

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
