using System.Globalization;
using System.Text;
using System.Xml;

namespace Engagement.WeChat;

/// <summary>The answer to a push, in its own response.</summary>
/// <remarks>https://developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html</remarks>
public static class PassiveReply
{
    /// <summary>Received, and nothing to say: never encrypted.</summary>
    public const string Silent = "success";

    /// <summary>Bytes of a text (UTF-8); what is longer is cut.</summary>
    public const int LongestText = 2_048;

    /// <summary>A text to the person who sent <paramref name="push"/>.</summary>
    public static string Text(PushMessage push, string text, DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture,
        $"<xml><ToUserName>{Cdata(push.From)}</ToUserName><FromUserName>{Cdata(push.To)}</FromUserName><CreateTime>{now.ToUnixTimeSeconds()}</CreateTime>"
        + $"<MsgType><![CDATA[text]]></MsgType><Content>{Cdata(Cut(text))}</Content></xml>");

    private static string Cut(string text)
    {
        var bytes = 0;
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestText)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }

    // A text that ends a CDATA section is split over two; what XML can't carry is left out.
    private static string Cdata(string text) =>
        "<![CDATA[" + string.Concat(text.Where(static c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal) + "]]>";
}
