using System.Globalization;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Web.Roses;
using Microsoft.Extensions.Options;
using Engagement.WeChat;

namespace Engagement.Web.Photos;

/// <summary>Addresses of photos.</summary>
public sealed class PhotoAddress(Links links, CellKeys keys, ICampaignClock clock, IOptions<WeChatOptions> wechat)
{
    // WeChat wants an hour, and may be asked for up to half an hour.
    private static readonly TimeSpan Readable = TimeSpan.FromHours(2);

    /// <summary>Where those who may see it see it.</summary>
    public static string Of(string hash) => $"/photos/{hash}";

    /// <summary>The small picture.</summary>
    public static string SmallOf(string hash) => $"/photos/{hash}/small";

    /// <summary>Where WeChat fetches it for its check, for two hours; null where WeChat can't: it wants a public https address and a mini program.</summary>
    public string? ForWeChat(string hash)
    {
        if (!links.IsConfigured || !links.Address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || string.IsNullOrEmpty(wechat.Value.MiniProgramAppId))
        {
            return null;
        }

        var until = clock.UtcNow.Add(Readable).ToUnixTimeSeconds();
        return $"{links.Address}/photos/{hash}/check?until={until.ToString(CultureInfo.InvariantCulture)}&key={keys.PhotoTag(hash, until)}";
    }

    /// <summary>Whether an address for WeChat is still good.</summary>
    public bool IsGood(string hash, long until, string? key) => clock.UtcNow.ToUnixTimeSeconds() <= until && keys.IsPhotoTag(hash, until, key);
}
