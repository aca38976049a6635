using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Engagement.Grains.Moderation;

/// <summary>
/// One character as the lists and patterns know it: half-width, lower case, simplified, with look-alikes resolved.
/// By hand, because the program runs with invariant globalization and string.Normalize would depend on the machine.
/// </summary>
internal static class CharacterFolding
{
    // Only the characters that occur in the lists; pairs of traditional (or variant) and simplified.
    private const string Variants =
        "媽妈嗎吗幹干姦奸雞鸡鷄鸡賤贱亂乱蕩荡陰阴莖茎癡痴爛烂腦脑殘残雜杂種种網网賭赌錢钱貸贷詐诈騙骗賣卖買买槍枪彈弹殺杀廣广號号電电話话機机聯联係系繫系"
        + "轉转發发獎奖紅红領领請请體体點点賺赚單单獨独黨党國国頭头龜龟優优碼码掃扫員员務务過过辦办證证銀银開开戶户帳账賬账號号貝贝實实婦妇"
        + "慾欲槓杠裏里裡里蘿萝視视頻频見见處处給给剷铲鏟铲膠胶癱瘫腸肠家家闆板師师爺爷滾滚廢废醜丑窮穷鄉乡嘴嘴閉闭門门賞赏圖图報报氣气羣群"
        + "贏赢讚赞贊赞齊齐將将幫帮這这個个們们資资虛虚幣币藥药減减養养價价銷销極极風风災灾傳传動动銬铐墻墙牆墙訪访遊游罷罢驗验會会員员專专業业寫写"
        + "莊庄樂乐馬马駛驶贛赣輪轮陽阳兒儿縫缝濕湿褲裤褻亵妳你祢你沒没擼撸約约對对東东區区壞坏舊旧厰厂廠厂"
        + "檢检紀纪書书記记長长縣县處处團团騰腾訊讯廳厅總总稅税財财監监衛卫醫医統统難难豬猪賊贼懶懒臺台";

    private static readonly FrozenDictionary<int, int> Simplified = Pairs(Variants);

    // Cyrillic and Greek letters that look like Latin ones.
    private static readonly FrozenDictionary<int, int> LookAlikes = Pairs("аaеeоoрpсcхxуyіiјjѕsԁdɡgвbнhкkмmтtαaοoρpνvιiκkτtυuχx");

    // Radical forms and the small set of words for digits that people write numbers with.
    private static readonly FrozenDictionary<int, int> ChineseDigits = Pairs("〇0零0一1二2三3四4五5六6七7八8九9幺1壹1贰2貳2叁3參3肆4伍5陆6陸6柒7捌8玖9洞0");

    /// <summary>The folded character; 0 when it should vanish (zero-width, selectors, controls).</summary>
    public static int Fold(Rune rune)
    {
        var value = rune.Value;
        if (Vanishes(rune)) return 0;
        if (Rune.IsWhiteSpace(rune)) return value is '\n' or '\r' or 0x2028 or 0x2029 ? '\n' : ' ';
        value = value is >= 0xFF01 and <= 0xFF5E ? value - 0xFEE0 : value;
        value = Enclosed(value);
        value = Rune.ToLowerInvariant(new Rune(value)).Value;
        return Simplified.TryGetValue(value, out var simple) ? simple : LookAlikes.TryGetValue(value, out var latin) ? latin : value;
    }

    /// <summary>The digit a Chinese numeral stands for in a spelled-out number, else the character itself.</summary>
    public static char Digit(char c) => ChineseDigits.TryGetValue(c, out var digit) ? (char)digit : c;

    private static bool Vanishes(Rune rune) =>
        rune.Value is not ('\n' or '\r' or '\t')
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800);

    // Circled, bracketed, dotted, raised and mathematical digits and letters.
    private static int Enclosed(int value) => value switch
    {
        >= 0x2460 and <= 0x2468 => '1' + value - 0x2460,
        >= 0x2474 and <= 0x247C => '1' + value - 0x2474,
        >= 0x2488 and <= 0x2490 => '1' + value - 0x2488,
        >= 0x2776 and <= 0x277E => '1' + value - 0x2776,
        >= 0x2780 and <= 0x2788 => '1' + value - 0x2780,
        >= 0x278A and <= 0x2792 => '1' + value - 0x278A,
        >= 0x24F5 and <= 0x24FD => '1' + value - 0x24F5,
        >= 0x3220 and <= 0x3228 => "一二三四五六七八九"[value - 0x3220],
        >= 0x3280 and <= 0x3288 => "一二三四五六七八九"[value - 0x3280],
        0x24EA or 0x24FF or 0x2070 or 0x2080 => '0',
        0xB9 => '1',
        0xB2 => '2',
        0xB3 => '3',
        >= 0x2074 and <= 0x2079 => '4' + value - 0x2074,
        >= 0x2081 and <= 0x2089 => '1' + value - 0x2081,
        >= 0x1D7CE and <= 0x1D7FF => '0' + (value - 0x1D7CE) % 10,
        >= 0x1D400 and <= 0x1D6A3 => "abcdefghijklmnopqrstuvwxyz"[(value - 0x1D400) % 26],
        >= 0x249C and <= 0x24B5 => 'a' + value - 0x249C,
        >= 0x24B6 and <= 0x24CF => 'a' + value - 0x24B6,
        >= 0x24D0 and <= 0x24E9 => 'a' + value - 0x24D0,
        >= 0x1F130 and <= 0x1F149 => 'a' + value - 0x1F130,
        0x2795 or 0xFF0B => '+',
        _ => value,
    };

    private static FrozenDictionary<int, int> Pairs(string pairs)
    {
        var map = new Dictionary<int, int>();
        for (var i = 0; i < pairs.Length; i += 2) map[pairs[i]] = pairs[i + 1];
        return map.ToFrozenDictionary();
    }
}
