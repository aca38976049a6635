namespace Engagement.WeChat;

/// <summary>The query of a push.</summary>
/// <param name="Signature">Over token, timestamp and nonce: all that plain mode has.</param>
/// <param name="Timestamp">Unix seconds.</param>
/// <param name="Nonce">Random; a retry may bring the same or another one.</param>
/// <param name="EncryptType"><c>aes</c> in safe and compatible mode.</param>
/// <param name="MsgSignature">Over the encrypted message too.</param>
public sealed record CallbackQuery(string? Signature, string? Timestamp, string? Nonce, string? EncryptType = null, string? MsgSignature = null);
