using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Engagement.WeChat;

namespace Engagement.Tests.Site;

/// <summary>Pushes as WeChat does, in safe mode.</summary>
internal sealed record PushClient(HttpClient Http, CallbackOptions Options, string AppId, Func<DateTimeOffset> Now)
{
    /// <summary>An answer: its status, its body, and the text in it.</summary>
    public sealed record Answered(HttpStatusCode Status, string Raw, string? Text);

    private MessageCrypto Crypto { get; } = new(Options.EncodingAESKey);

    /// <summary>The address with a signed query.</summary>
    public string Address(string? echo = null, string? encrypt = null)
    {
        var (timestamp, nonce) = (Now().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "1514711492");
        return $"/wechat/callback?signature={CallbackSignature.Of(Options.Token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}"
            + (echo is null ? "" : "&echostr=" + Uri.EscapeDataString(echo))
            + (encrypt is null ? "" : $"&encrypt_type=aes&msg_signature={CallbackSignature.Of(Options.Token, timestamp, nonce, encrypt)}");
    }

    /// <summary>A push, and its answer opened.</summary>
    public async Task<Answered> Push(string xml)
    {
        using var answer = await Send(xml);
        var raw = await answer.Content.ReadAsStringAsync();
        var sealedReply = raw.StartsWith("<xml>", StringComparison.Ordinal) ? XElement.Parse(raw).Element("Encrypt")?.Value : null;
        return new(answer.StatusCode, raw, sealedReply is null ? null : XElement.Parse(Crypto.Decrypt(sealedReply)!.Message).Element("Content")?.Value);
    }

    /// <summary>A push.</summary>
    public Task<HttpResponseMessage> Send(string xml, Func<string, string>? query = null) => SendSealed(Crypto.Encrypt(xml, AppId), query);

    /// <summary>An encrypted part, rightly signed.</summary>
    public async Task<HttpResponseMessage> SendSealed(string encrypt, Func<string, string>? query = null)
    {
        var address = Address(encrypt: encrypt);
        using var content = new StringContent($"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>", Encoding.UTF8, "text/xml");
        return await Http.PostAsync(query?.Invoke(address) ?? address, content);
    }

    /// <summary>Any body under a signed query.</summary>
    public async Task<HttpResponseMessage> Post(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "text/xml");
        return await Http.PostAsync(Address(), content);
    }
}
