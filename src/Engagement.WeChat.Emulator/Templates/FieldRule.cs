using System.Text.RegularExpressions;

namespace Engagement.WeChat.Emulator.Templates;

/// <summary>What each type of field may hold.
/// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html (参数值内容限制说明)</summary>
internal static partial class FieldRule
{
    private static readonly Dictionary<string, Func<string, bool>> Rules = new(StringComparer.Ordinal)
    {
        ["thing"] = static value => Length(value) <= 20,
        ["const"] = static value => Length(value) <= 20,
        ["number"] = static value => value.Length <= 32 && Number().IsMatch(value),
        ["letter"] = static value => value.Length <= 32 && value.All(char.IsAsciiLetter),
        ["symbol"] = static value => Length(value) <= 5 && !value.Any(char.IsLetterOrDigit),
        ["character_string"] = static value => value.Length <= 32 && value.All(c => c is > ' ' and <= '~' || c == ' '),
        ["time"] = static value => Moment().IsMatch(value),
        ["date"] = static value => Day().IsMatch(value),
        ["amount"] = static value => Amount().IsMatch(value),
        ["phone_number"] = static value => Phone().IsMatch(value),
        ["car_number"] = static value => CarNumber().IsMatch(value),
        ["name"] = static value => Name().IsMatch(value),
        ["phrase"] = static value => Phrase().IsMatch(value),
    };

    /// <summary>Whether it is a type that WeChat has, followed by a number.</summary>
    public static bool IsKnown(string? key) => key is not null && Rules.ContainsKey(TypeOf(key)) && TypeOf(key).Length < key.Length;

    /// <summary>Whether a field of that key may hold the value. Empty values are never good.</summary>
    public static bool Allows(string key, string value) =>
        value.Trim().Length > 0 && !value.Any(char.IsControl) && Rules.TryGetValue(TypeOf(key), out var rule) && rule(value);

    private static string TypeOf(string key) => key.TrimEnd("0123456789".ToCharArray());

    private static int Length(string value) => value.EnumerateRunes().Count();

    private const string DayForm = @"\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2})";
    private const string HourForm = @"([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?";

    [GeneratedRegex(@"\A-?\d+(\.\d+)?\z", RegexOptions.ECMAScript)]
    private static partial Regex Number();

    [GeneratedRegex($@"\A({DayForm} ?)?{HourForm}(~({DayForm} ?)?{HourForm})?\z", RegexOptions.ECMAScript)]
    private static partial Regex Moment();

    [GeneratedRegex($@"\A{DayForm}( ?{HourForm})?(~{DayForm}( ?{HourForm})?)?\z", RegexOptions.ECMAScript)]
    private static partial Regex Day();

    [GeneratedRegex(@"\A[^\d\s]?\d{1,10}(\.\d+)?元?\z", RegexOptions.ECMAScript)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\A[0-9+\-() ]{1,17}\z", RegexOptions.ECMAScript)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\A[\u4e00-\u9fffA-Za-z0-9][A-Za-z0-9]{0,6}[\u4e00-\u9fffA-Za-z0-9]\z")]
    private static partial Regex CarNumber();

    [GeneratedRegex(@"\A([\u3400-\u9fff·]{1,10}|[A-Za-z\p{P}\p{S} ]{1,20})\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[\u3400-\u9fff]{1,5}\z")]
    private static partial Regex Phrase();
}
