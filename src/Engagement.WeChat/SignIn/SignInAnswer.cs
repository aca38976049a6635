namespace Engagement.WeChat;

/// <summary>Answer of the <c>sns/*</c> calls.</summary>
internal sealed record SignInAnswer : WeChatAnswer
{
    public string? Openid { get; init; }

    public string? Unionid { get; init; }

    public int IsSnapshotuser { get; init; }

    public string? AccessToken { get; init; }

    public string? Scope { get; init; }
}
