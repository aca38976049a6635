namespace Engagement.WeChat;

/// <summary>Body of <c>cgi-bin/qrcode/create</c>.</summary>
internal sealed record QrCodeBody(long? ExpireSeconds, string ActionName, QrCodeBody.Info ActionInfo)
{
    internal sealed record Info(SceneName Scene);

    internal sealed record SceneName(string SceneStr);
}

/// <summary>Answer of <c>cgi-bin/qrcode/create</c>.</summary>
internal sealed record QrCodeAnswer : WeChatAnswer
{
    public string? Ticket { get; init; }

    public long? ExpireSeconds { get; init; }

    public string? Url { get; init; }
}

/// <summary>Body of <c>wxa/getwxacodeunlimit</c>.</summary>
internal sealed record MiniCodeBody(string Scene, string? Page, bool CheckPath, string EnvVersion, int Width);
