using System.Text.RegularExpressions;

namespace Engagement.Grains.Moderation;

/// <summary>Web addresses, with or without a scheme, spaced or with the dot spelled out, and markup (MA-01).</summary>
internal static partial class LinkPatterns
{
    public static ModerationVerdict Check(NormalisedText text)
    {
        if (Markup().IsMatch(text.Folded)) return ModerationVerdict.Refuse(ModerationCategory.Markup);
        var tight = text.Folded.Replace(" ", "");
        return Address().IsMatch(text.Folded) || SpacedAddress().IsMatch(tight)
            ? ModerationVerdict.Refuse(ModerationCategory.Link)
            : ModerationVerdict.Pass;
    }

    [GeneratedRegex(@"(?:https?|hxxps?|ftp|weixin|tbopen|alipays):/{0,2}[a-z0-9]|www\.|[a-z0-9\-]\.(?:com|cn|net|org|gov|edu|top|xyz|vip|cc|me|io|co|tv|tk|ly|gl|im|info|site|shop|app|club|online|link|live|store|wang|ren|mobi|biz|pro|fun|ink|ltd|中国|公司|网络|网址)(?![a-z])|(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")]
    private static partial Regex Address();

    // Without its spaces a sentence's end can look like a rare domain, so only the common ones count here.
    [GeneratedRegex(@"https?:/|www\.|[a-z0-9\-]{2,}(?:\.|。|·|点|\(?dot\)?|,)(?:com|cn|net|org|top|xyz|vip|cc)(?![a-z])|[a-z0-9\-]{2,}(?:\.|。|·|点)[a-z]{2,4}/")]
    private static partial Regex SpacedAddress();

    [GeneratedRegex(@"<\s*[/!a-z]|&#x?[0-9a-f]+;|&(?:lt|gt|quot|amp|nbsp);|javascript:|\[/?(?:url|img)\b|\]\(")]
    private static partial Regex Markup();
}
