using System.Globalization;
using System.Text;
using Engagement.WeChat;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.WeChat.Callbacks;

/// <summary>Makes pushes as WeChat does, and the gate that they meet.</summary>
internal sealed class Pushes(CallbackOptions? options = null)
{
    public const string AppId = "wx5080000000000001";
    public const string Token = "abcToken";
    public const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    public static readonly DateTimeOffset Now = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    private static readonly MessageCrypto Crypto = new(Key);

    public CallbackGate Gate { get; } = new(
        Options.Create(options ?? new() { Token = Token, EncodingAESKey = Key }),
        Options.Create(new WeChatOptions { AppId = AppId, MiniProgramAppId = "wx5080000000000002" }));

    /// <summary>An open body.</summary>
    public static string Text(string content, string from = "o-someone", long id = 1) =>
        $"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName><CreateTime>{Now.ToUnixTimeSeconds()}</CreateTime>"
        + $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{content}]]></Content><MsgId>{id}</MsgId></xml>";

    /// <summary>An open event.</summary>
    public static string Event(string name, string more = "", string from = "o-someone", long at = 0) =>
        $"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName>"
        + $"<CreateTime>{(at == 0 ? Now.ToUnixTimeSeconds() : at)}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{name}]]></Event>{more}</xml>";

    /// <summary>The query and body of a push in safe mode.</summary>
    public static (CallbackQuery Query, string Encrypt) Safe(string xml, DateTimeOffset? now = null, string appId = AppId, string nonce = "nonce")
    {
        var encrypt = Crypto.Encrypt(xml, appId);
        return (Signed(encrypt, now ?? Now, nonce), encrypt);
    }

    /// <summary>The query for any encrypted part, rightly signed.</summary>
    public static CallbackQuery Signed(string encrypt, DateTimeOffset now, string nonce = "nonce")
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new(CallbackSignature.Of(Token, timestamp, nonce), timestamp, nonce, "aes", CallbackSignature.Of(Token, timestamp, nonce, encrypt));
    }

    public static string Envelope(string encrypt) => $"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>";

    public CallbackResult Open(CallbackQuery query, string body, DateTimeOffset? now = null) => Gate.Open(query, Encoding.UTF8.GetBytes(body), now ?? Now);
}
