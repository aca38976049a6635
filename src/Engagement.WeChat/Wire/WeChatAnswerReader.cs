using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Engagement.WeChat;

/// <summary>Reads WeChat's answers as they are, not as their headers claim: labels like <c>charset=utf8</c> and raw control characters occur.</summary>
internal static partial class WeChatAnswerReader
{
    /// <summary>The answer, or null if the bytes are not a JSON object of the expected types (such as a proxy's HTML page).</summary>
    public static T? Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type) where T : WeChatAnswer
    {
        try
        {
            return JsonSerializer.Deserialize(StripControls(Encoding.UTF8.GetString(body)), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>WeChat's request id out of an <c>errmsg</c>, which their support asks for; "-" if there is none.</summary>
    public static string Rid(string? errmsg) => errmsg is not null && RidForm().Match(errmsg) is { Success: true } rid ? rid.Groups[1].Value : "-";

    // Inside strings they are errors to the parser; outside they are only white space. A leading byte order mark goes too.
    internal static string StripControls(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsControl(c) && c != '\uFEFF')
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    [GeneratedRegex("rid: ?([0-9a-f-]{8,64})", RegexOptions.CultureInvariant)]
    private static partial Regex RidForm();
}
