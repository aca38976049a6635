using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Engagement.WeChat.Emulator.Accounts;

namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>A push ready to be sent: its body is made once, so every delivery of it carries the same bytes.</summary>
/// <param name="Body">What is posted.</param>
/// <param name="Encrypted">The encrypted part, or null in plain mode.</param>
/// <param name="OpenId">From whom.</param>
internal sealed record PushEnvelope(string Body, string? Encrypted, string OpenId)
{
    public static PushEnvelope Seal(PushTarget target, PushMode mode, Account account, string openId, string xml)
    {
        if (mode is PushMode.Plain)
        {
            return new(xml, null, openId);
        }

        var encrypted = new MessageCrypto(target.EncodingAesKey!, account.AppId).Encrypt(xml);
        var outer = mode is PushMode.Safe ? new XElement("xml", PushXml.Text("ToUserName", account.OriginalId)) : XElement.Parse(xml);
        outer.Add(PushXml.Text("Encrypt", encrypted));
        return new(outer.ToString(SaveOptions.DisableFormatting), encrypted, openId);
    }

    /// <summary>The address with a signature of now. A retry gets a fresh one; a duplicate repeats the first to the letter.</summary>
    public Uri Address(PushTarget target, DateTimeOffset now)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var query = $"signature={PushSignature.Of(target.Token, time, nonce)}&timestamp={time}&nonce={nonce}&openid={OpenId}";
        if (Encrypted is not null)
        {
            query += $"&encrypt_type=aes&msg_signature={PushSignature.Of(target.Token, time, nonce, Encrypted)}";
        }

        return new UriBuilder(target.Url) { Query = target.Url.Query.Length > 1 ? $"{target.Url.Query[1..]}&{query}" : query }.Uri;
    }
}
