namespace Engagement.WeChat.Emulator.Callbacks;

/// <summary>Where an account's messages and events are pushed to (服务器配置).</summary>
/// <param name="Url">The callback address.</param>
/// <param name="Token">The token of the signatures, 3 to 32 letters and digits.</param>
/// <param name="EncodingAesKey">43 characters; needed unless <paramref name="Mode"/> is plain.</param>
/// <param name="Mode">How a push is wrapped.</param>
public sealed record PushTarget(Uri Url, string Token, string? EncodingAesKey = null, PushMode Mode = PushMode.Plain)
{
    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem() =>
        !Url.IsAbsoluteUri || Url.Scheme is not ("http" or "https") || Url.Fragment.Length > 0 ? "回调地址须为完整的 http(s) 地址。"
        : Token is not { Length: >= 3 and <= 32 } || !Token.All(char.IsAsciiLetterOrDigit) ? "Token 须为 3 至 32 个字母或数字。"
        : EncodingAesKey is null && Mode is not PushMode.Plain ? "兼容模式和安全模式需要 EncodingAESKey。"
        : EncodingAesKey is not null && !MessageCrypto.IsKey(EncodingAesKey) ? "EncodingAESKey 须为 43 个字母或数字。"
        : null;
}

/// <summary>How a push is wrapped.</summary>
public enum PushMode
{
    /// <summary>明文模式: readable, signed without the body.</summary>
    Plain,

    /// <summary>兼容模式: readable and encrypted at once.</summary>
    Compatible,

    /// <summary>安全模式: encrypted only.</summary>
    Safe,
}
