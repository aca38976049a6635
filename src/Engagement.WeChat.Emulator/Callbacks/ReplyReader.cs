using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Messages;

namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>Reads a callback's answer as strictly as WeChat: nothing, <c>success</c>, or a message to the sender.</summary>
internal static class ReplyReader
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static PassiveReply Read(string body, PushTarget target, PushMode mode, Account account, string openId, DateTimeOffset now)
    {
        if (body is "" or "success")
        {
            return PassiveReply.None;
        }

        if (Parse(body) is not { } xml)
        {
            return PassiveReply.Bad("neither empty, nor success, nor XML");
        }

        if (xml.Element("Encrypt") is { } encrypted)
        {
            return Unseal(xml, encrypted.Value, target, account) is { } inner
                ? Message(inner, account, openId, now)
                : PassiveReply.Bad("an encrypted reply that can't be verified or decrypted");
        }

        return mode is PushMode.Safe ? PassiveReply.Bad("a readable reply in safe mode") : Message(xml, account, openId, now);
    }

    private static XElement? Unseal(XElement xml, string encrypted, PushTarget target, Account account)
    {
        string Part(string name) => xml.Element(name)?.Value ?? "";
        return target.EncodingAesKey is { } key
            && Part("MsgSignature") == PushSignature.Of(target.Token, Part("TimeStamp"), Part("Nonce"), encrypted)
            && new MessageCrypto(key, account.AppId).Decrypt(encrypted) is { } inner
            ? Parse(inner)
            : null;
    }

    private static PassiveReply Message(XElement xml, Account account, string openId, DateTimeOffset now)
    {
        string Part(string name) => xml.Element(name)?.Value ?? "";
        if (Part("ToUserName") != openId || Part("FromUserName") != account.OriginalId)
        {
            return PassiveReply.Bad("ToUserName or FromUserName is not the push's, swapped");
        }

        if (!long.TryParse(Part("CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(seconds - now.ToUnixTimeSeconds()) > 86_400)
        {
            return PassiveReply.Bad("CreateTime is not the time in seconds");
        }

        var articles = xml.Element("Articles")?.Elements("item").ToArray() ?? [];
        return Part("MsgType") switch
        {
            "text" when Encoding.UTF8.GetByteCount(Part("Content")) is > 0 and <= 2048 => new("text", Part("Content")),
            "news" when articles is { Length: >= 1 and <= 8 } && Part("ArticleCount") == articles.Length.ToString(CultureInfo.InvariantCulture) => News(articles[0]),
            "image" or "voice" or "video" or "music" or "transfer_customer_service" => new(Part("MsgType"), $"[{Part("MsgType")}]"),
            _ => PassiveReply.Bad($"MsgType {Part("MsgType")} with contents that don't belong to it"),
        };
    }

    private static PassiveReply News(XElement article)
    {
        var (title, url) = (article.Element("Title")?.Value, article.Element("Url")?.Value);
        return title is null or "" || url is null || !Target.IsAddress(url)
            ? PassiveReply.Bad("an article without title or address")
            : new("news", title, url);
    }

    private static XElement? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return XElement.Load(reader) is { Name.LocalName: "xml" } xml ? xml : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
