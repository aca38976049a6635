namespace Engagement.WeChat;

/// <summary>How WeChat sends pushes, chosen on its console (消息加解密方式).</summary>
public enum CallbackMode
{
    /// <summary>明文: readable, and its signature does not cover the body. For trials only.</summary>
    Plain,

    /// <summary>兼容: readable and encrypted side by side; only the encrypted part is believed.</summary>
    Compatible,

    /// <summary>安全: encrypted.</summary>
    Safe,
}
