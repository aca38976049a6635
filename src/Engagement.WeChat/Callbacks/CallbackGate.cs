using System.Globalization;
using Microsoft.Extensions.Options;

namespace Engagement.WeChat;

/// <summary>
/// The door for WeChat's pushes: believes what was signed with our token just now, decrypts it and reads it. Never throws for
/// anything that a stranger can send.
/// </summary>
public sealed class CallbackGate(IOptions<CallbackOptions> options, IOptions<WeChatOptions> wechat)
{
    /// <summary>Largest body, in bytes: 64 KiB, a hundred times what WeChat sends.</summary>
    public const int LargestBody = PushXml.LargestBody;

    private readonly CallbackOptions _options = options.Value;
    private readonly MessageCrypto? _crypto = options.Value.EncodingAESKey.Length > 0 ? new(options.Value.EncodingAESKey) : null;

    /// <summary>Whether pushes are taken.</summary>
    public bool IsOn => _options.IsOn;

    /// <summary>WeChat's test of the address, before it is taken on: whether the query is signed.</summary>
    public CallbackRefusal Verify(CallbackQuery query, DateTimeOffset now) => Times(query, now) is var refusal && refusal != CallbackRefusal.None ? refusal
        : CallbackSignature.Matches(query.Signature, _options.Token, query.Timestamp!, query.Nonce!) ? CallbackRefusal.None : CallbackRefusal.Signature;

    /// <summary>A push.</summary>
    /// <param name="query">Its query.</param>
    /// <param name="body">Its body, at most <see cref="LargestBody"/> bytes.</param>
    /// <param name="now">The time that its timestamp is held to.</param>
    public CallbackResult Open(CallbackQuery query, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (Times(query, now) is var refusal && refusal != CallbackRefusal.None)
        {
            return new(refusal);
        }

        if (!PushXml.TryRead(body, out var xml))
        {
            return new(CallbackRefusal.Body);
        }

        if (xml["Encrypt"] is { } encrypted)
        {
            return Open(query, xml["MsgType"] is null ? CallbackMode.Safe : CallbackMode.Compatible, encrypted);
        }

        return query.EncryptType is { Length: > 0 } and not "raw" ? new(CallbackRefusal.Body)
            : !_options.Accepts(CallbackMode.Plain) ? new(CallbackRefusal.Mode)
            : !CallbackSignature.Matches(query.Signature, _options.Token, query.Timestamp!, query.Nonce!) ? new(CallbackRefusal.Signature)
            : Read(xml, wechat.Value.AppId, encrypted: false);
    }

    /// <summary>A reply as its push wants it.</summary>
    /// <param name="xml">The reply.</param>
    /// <param name="push">The push it answers.</param>
    /// <param name="now">Signed into an encrypted reply.</param>
    public string Seal(string xml, CallbackResult push, DateTimeOffset now)
    {
        if (!push.Encrypted || _crypto is null)
        {
            return xml;
        }

        var encrypted = _crypto.Encrypt(xml, push.AppId);
        var (timestamp, nonce) = (now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Guid.NewGuid().ToString("N"));
        var signature = CallbackSignature.Of(_options.Token, timestamp, nonce, encrypted);
        return $"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature>"
            + $"<TimeStamp>{timestamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>";
    }

    // Only what the signature covers is believed: in compatible mode the readable part beside it is not even looked at.
    private CallbackResult Open(CallbackQuery query, CallbackMode mode, string encrypted)
    {
        if (_crypto is null || !_options.Accepts(mode))
        {
            return new(CallbackRefusal.Mode);
        }

        if (!CallbackSignature.Matches(query.MsgSignature, _options.Token, query.Timestamp!, query.Nonce!, encrypted))
        {
            return new(CallbackRefusal.Signature);
        }

        if (_crypto.Decrypt(encrypted) is not { } message)
        {
            return new(CallbackRefusal.Encryption);
        }

        return message.AppId != wechat.Value.AppId && message.AppId != wechat.Value.MiniProgramAppId ? new(CallbackRefusal.AppId)
            : PushXml.TryRead(message.Message, out var xml) ? Read(xml, message.AppId, encrypted: true)
            : new(CallbackRefusal.Body);
    }

    private static CallbackResult Read(PushElement xml, string appId, bool encrypted) => PushMessageReader.Read(xml) is { } message
        ? new(CallbackRefusal.None, message, appId, encrypted)
        : new(CallbackRefusal.Body);

    private CallbackRefusal Times(CallbackQuery query, DateTimeOffset now)
    {
        if (query.Nonce is not { Length: > 0 and <= 128 }
            || !long.TryParse(query.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > 99_999_999_999)
        {
            return CallbackRefusal.Query;
        }

        return Math.Abs(now.ToUnixTimeSeconds() - at) > _options.WindowMinutes * 60L ? CallbackRefusal.Stale : CallbackRefusal.None;
    }
}
