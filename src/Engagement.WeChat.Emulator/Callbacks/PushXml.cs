using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Engagement.WeChat.Emulator.Accounts;

namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>The body of a push: text in CDATA, numbers bare, as WeChat writes them.</summary>
internal static class PushXml
{
    public static string Write(Account account, string openId, DateTimeOffset at, string messageType, IEnumerable<XElement> more) =>
        new XElement(
            "xml",
            Text("ToUserName", account.OriginalId),
            Text("FromUserName", openId),
            Number("CreateTime", at.ToUnixTimeSeconds()),
            Text("MsgType", messageType),
            more).ToString(SaveOptions.DisableFormatting);

    public static XElement Text(string name, string value) => new(name, new XCData(Clean(value)));

    public static XElement Number(string name, long value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    public static XElement Number(string name, double value) => new(name, value.ToString("0.######", CultureInfo.InvariantCulture));

    /// <summary>Without the characters that XML can't hold.</summary>
    private static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
