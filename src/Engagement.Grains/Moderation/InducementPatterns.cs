using System.Text.RegularExpressions;

namespace Engagement.Grains.Moderation;

/// <summary>
/// Wording that offers something for sharing, inviting, following or collecting, which WeChat's rules forbid (RR-14;
/// 《微信外部链接内容管理规范》 2.1). The one place of these patterns: for what people write, and stricter for what the product says
/// (<see cref="ShareCopy"/>). All read <see cref="NormalisedText.Compact"/>: no spaces, no marks, lower case.
/// </summary>
internal static partial class InducementPatterns
{
    private const string Number = "[0-9一二两俩三四五六七八九十百几]";
    private const string Share = "(?:分享|转发|邀请|转载|推荐给)";

    /// <summary>What a person wrote: refused when it promises, held when it only asks.</summary>
    public static ModerationVerdict Check(NormalisedText text) =>
        Promise(text.Compact) is not null ? ModerationVerdict.Refuse(ModerationCategory.Inducement)
        : Asking(text.Compact) is not null ? ModerationVerdict.Hold(ModerationCategory.Inducement)
        : ModerationVerdict.Pass;

    /// <summary>The words of a text of the product's own that break the rule; null when none do.</summary>
    public static string? Breach(NormalisedText text) => Promise(text.Compact) ?? Asking(text.Compact) ?? Found(Trade(), text.Compact);

    private static string? Promise(string text) => Found(ShareToWin(), text) ?? Found(Gate(), text) ?? Found(English(), text);

    private static string? Asking(string text) => Found(Forward(), text) ?? Found(Collect(), text) ?? Found(EnglishAsking(), text);

    private static string? Found(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex("(?:分享|转发|转给|邀请|发给|转到)[^谢]{0,12}(?:领取|可领|能领|就领|可得|就得|即得|得红包|领红包|红包|有奖|抽奖|奖品|礼品|礼包|送玫瑰|多一次|再得|积分|多一朵)"
        + "|" + Share + "[^谢]{0,12}(?:有礼|好礼|有惊喜|优惠券|返现|提现|话费|兑换|多一枝|奖励你|得奖励|领奖励|(?:抽奖|更多|一次)机会|机会(?:翻倍|加倍|更多))"
        + "|每(?:分享|转发|邀请)|邀请\\d+(?:个|位|名)|集(?:满|齐|够)?\\d+个?赞|不转发?[^谢]{0,6}(?:倒霉|后悔|不是)")]
    private static partial Regex ShareToWin();

    // Nothing may be kept behind sharing or following.
    [GeneratedRegex("(?:分享|转发|关注)[^谢]{0,8}(?:(?:后|才|才能|即可|就能|方可)(?:可见|查看|观看|打开|参与|参加|领|拆开|继续|使用|解锁)|解锁(?:更多|隐藏|全部|下一))|关注[^谢]{0,8}(?:领取|领红包|有礼|抽奖|得红包|即送)")]
    private static partial Regex Gate();

    [GeneratedRegex("转发(?:到|给)?\\d+个?(?:群|人|好友)|转发朋友圈|(?:转发|分享)(?:到|给)(?:微信)?群|求转发|帮忙转发|一定要转发"
        + "|邀请" + Number + "+(?:个|位|名)?(?:好友|朋友|新人|同事|群友)|邀请好友|(?:分享|转发)(?:到|给)" + Number + "+(?:个|位|名)?(?:好友|朋友|群)|多" + Number + "次机会|机会(?:翻倍|加倍)")]
    private static partial Regex Forward();

    [GeneratedRegex("集(?:满|齐|够)" + Number + "+(?:个|枝|朵|瓣|张|片|枚)?(?:赞|玫瑰|花|花瓣|卡|福|碎片|字|章)|(?:好友|朋友圈|为我|给我|替我)助力|助力(?:我|一下|一把|值|榜|领|成功|解锁)"
        + "|(?:签到|打卡)[^谢]{0,8}(?:领奖|领红包|领取|有奖|得积分|抽奖|兑换)|(?:为|给|帮)我投票")]
    private static partial Regex Collect();

    [GeneratedRegex("(?:share|invite|forward|refer)[a-z0-9]{0,24}(?:towin|toget(?!her)|toearn|tounlock|andget|andwin|andearn|reward|prize|coupon|bonus|morechance|extrachance|freegift|foragift|agift)")]
    private static partial Regex English();

    [GeneratedRegex("(?:invite|referr?)(?:\\d+|your|more)?friends|sharewith\\d+|collect\\d+(?:like|card|rose|petal)|(?:more|extra|double)(?:chances|draws)|voteforme|helpmewin")]
    private static partial Regex EnglishAsking();

    // Words that the product itself has no use for, whoever may use them in a letter. Helping a cause is not helping a friend collect. 签到 alone is what volunteers do (VH-05).
    [GeneratedRegex("助力(?!文明|乡村|环保|公益|创建|城市|社区|低碳|平安)|裂变|打榜|拉票|拉新|集赞|集齐|砍价|砍一刀|抽奖|中奖|奖品|积分|瓜分|拉人|签到打卡|打卡排名|红包|优惠券|分享有|转发有")]
    private static partial Regex Trade();
}
