using System.Globalization;
using System.Text;
using Engagement.Grains.Campaigns;

namespace Engagement.Web.Notices;

/// <summary>Values within WeChat's limits of a template's fields (docs: subscribe message, parameter types). A field's type is its name without the number.</summary>
internal static class NoticeFields
{
    /// <summary>Cuts a value to what its field takes, between characters as a reader counts them.</summary>
    public static string Fit(string field, string value) => field.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') switch
    {
        "phrase" => Cut(value, 5),
        "name" => Cut(value, 10),
        "symbol" => Cut(value, 5),
        "letter" or "number" or "character_string" => Cut(value, 32),
        _ => Cut(value, 20), // thing and const
    };

    /// <summary>An instant as WeChat's time and date fields take it, in Shanghai.</summary>
    public static string Time(DateTimeOffset at) => at.ToOffset(ShanghaiDay.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Cut(string value, int most)
    {
        if (value.Length <= most)
        {
            return value;
        }

        var cut = new StringBuilder();
        for (var elements = StringInfo.GetTextElementEnumerator(value); elements.MoveNext() && cut.Length + elements.GetTextElement().Length < most;)
        {
            cut.Append(elements.GetTextElement());
        }

        return cut.Append('…').ToString();
    }
}
