using System.Text.RegularExpressions;

namespace Engagement.Grains.Moderation;

/// <summary>Wording that offers something for sharing, which WeChat's rules of operation forbid (RR-14, §2.1.2 there).</summary>
internal static partial class InducementPatterns
{
    public static ModerationVerdict Check(NormalisedText text)
    {
        if (ShareToWin().IsMatch(text.Compact)) return ModerationVerdict.Refuse(ModerationCategory.Inducement);
        return Forward().IsMatch(text.Compact) ? ModerationVerdict.Hold(ModerationCategory.Inducement) : ModerationVerdict.Pass;
    }

    [GeneratedRegex(@"(?:分享|转发|转给|邀请|发给|转到)[^谢]{0,12}(?:领取|可领|能领|就领|可得|就得|即得|得红包|领红包|红包|有奖|抽奖|奖品|礼品|礼包|送玫瑰|多一次|再得|积分|多一朵)|邀请\d+(?:个|位|名)|集(?:满|齐|够)?\d+个?赞|(?:share|invite)[a-z]{0,20}(?:towin|toget|reward|gift)")]
    private static partial Regex ShareToWin();

    [GeneratedRegex(@"转发(?:到|给)?\d+个?(?:群|人|好友)|转发朋友圈|(?:转发|分享)(?:到|给)(?:微信)?群|求转发|帮忙转发|一定要转发")]
    private static partial Regex Forward();
}
