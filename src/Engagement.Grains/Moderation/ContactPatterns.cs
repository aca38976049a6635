using System.Text.RegularExpressions;
using static Engagement.Grains.Moderation.ModerationCategory;

namespace Engagement.Grains.Moderation;

/// <summary>Numbers and names to reach a person by (MA-01), and requests for them, which turn a rose into a nuisance (MA-09).</summary>
internal static partial class ContactPatterns
{
    public static ModerationVerdict Check(NormalisedText text)
    {
        var tight = text.Folded.Replace(" ", "");
        if (Identity().IsMatch(text.Digits)) return ModerationVerdict.Refuse(IdNumber);
        if (Telephone().IsMatch(text.Digits) || NamedNumber().IsMatch(text.Digits) || ChatNumber().IsMatch(text.Digits.Replace(" ", ""))
            || ChatName().IsMatch(tight) || ChatName().IsMatch(text.Compact) || Mail().IsMatch(tight)
            || AddMe().IsMatch(tight) || AddMe().IsMatch(text.Compact) || PlusMe().IsMatch(text.Folded)
            || Channel().IsMatch(text.Compact))
        {
            return ModerationVerdict.Refuse(Contact);
        }

        if (BankCard().IsMatch(text.Digits)) return ModerationVerdict.Refuse(IdNumber);
        return BareNumber().IsMatch(text.Digits) || SplitNumber().IsMatch(text.Digits) || Asks().IsMatch(text.Compact) || ChatWord().IsMatch(tight)
            ? ModerationVerdict.Hold(Contact)
            : ModerationVerdict.Pass;
    }

    // GB 11643: area, birth date, serial, check character; and the fifteen digits of before 1999.
    [GeneratedRegex(@"(?<!\d)[1-9]\d{5}(?:(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?!\d)")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<!\d)(?:62|4|5)\d{14,18}(?!\d)")]
    private static partial Regex BankCard();

    // Mobile with or without 86; area code and number; 400 and 800 lines. 110, 120, 12345 are shorter than all of them.
    [GeneratedRegex(@"(?<!\d)(?:(?:00)?86)?1[3-9]\d{9}(?!\d)|(?<!\d)0(?:10|2\d|[3-9]\d\d)[2-9]\d{6,7}(?!\d)|(?<!\d)[48]00\d{7}(?!\d)")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?:电话|手机|座机|号码|打给我|(?<![a-z])(?:tel|call|phone))[^\d\n]{0,6}\d{7,}")]
    private static partial Regex NamedNumber();

    [GeneratedRegex(@"(?:(?<![a-z])q{1,2}|扣扣|企鹅|球球|秋秋|微信|薇信|威信|徽信|维信|v信|(?<![a-z])(?:vx|wx|wechat|weixin))(?:号|群)?[^\p{L}\d\n]{0,4}(?:是|为)?[^\p{L}\d\n]{0,3}[1-9]\d{4,}")]
    private static partial Regex ChatNumber();

    // A WeChat name has six to twenty letters, digits, _ or -, and starts with a letter.
    [GeneratedRegex(@"(?:(?:微信|薇信|威信|徽信|维信|v信|卫星|薇x|微x|(?<![a-z])(?:vx|wx|wechat|weixin))(?:号|id|账号)?[:是为=\-~.,。]{0,3}|(?:微|薇|徽|(?<![a-z])v)(?:号|[:是=❤♥]){1,2})[a-z][a-z0-9_\-]{5,19}")]
    private static partial Regex ChatName();

    [GeneratedRegex(@"[a-z0-9._%+\-]{1,64}(?:@|\(at\)|\[at\]|艾特)[a-z0-9\-]+(?:\.|点|dot)[a-z]{2,}")]
    private static partial Regex Mail();

    [GeneratedRegex(@"加(?:我|个|一下|下|你|您|她|他)?的?(?:微信|薇信|威信|徽信|维信|v信|薇|扣扣|企鹅|(?:vx|wx|qq|v|q)(?=$|[^a-z]|[a-z0-9]{6})|微(?:$|[a-z0-9]))")]
    private static partial Regex AddMe();

    [GeneratedRegex(@"\+\s?(?:vx?|wx|薇信?|微信|qq?)(?![a-z])")]
    private static partial Regex PlusMe();

    [GeneratedRegex(@"(?:抖音|快手|小红书|微博|陌陌|探探)(?:号|账号|id)(?:是|为)?[a-z0-9]{4,}")]
    private static partial Regex Channel();

    // Seven digits or more that count nothing: perhaps an order number, perhaps a telephone.
    [GeneratedRegex(@"(?<!\d)(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))\d{7,}(?!\d)(?![朵元块人次步个米公万位名份单件票分度斤])")]
    private static partial Regex BareNumber();

    // 138 and 0013 and 8000 with words between them.
    [GeneratedRegex(@"(?<!\d)1[3-9]\d\D{1,3}\d{4}\D{1,3}\d{4}(?!\d)")]
    private static partial Regex SplitNumber();

    [GeneratedRegex(@"加(?:我|个|下|你|您)*的?好友|(?:留|给|发|告诉|要)(?:个|下|我|你|一下|您)*(?:你的|您的)?(?:电话号|手机号|微信号|联系方式|住址|家庭地址)|(?:你|您)的?(?:微信|手机|电话)号?(?:是多少|多少|给我|发我)|住哪(?:里|儿)?(?:呀|啊)?(?:$|告诉|我)")]
    private static partial Regex Asks();

    [GeneratedRegex(@"微信号|v信|薇信|徽信|(?<![a-z])(?:vx|wx)(?![a-z])")]
    private static partial Regex ChatWord();
}
