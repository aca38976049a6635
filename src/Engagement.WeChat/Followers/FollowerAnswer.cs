namespace Engagement.WeChat;

/// <summary>Answer of <c>cgi-bin/user/info</c>.</summary>
internal sealed record FollowerAnswer : WeChatAnswer
{
    public int? Subscribe { get; init; }

    public string? Unionid { get; init; }

    public long SubscribeTime { get; init; }

    public string? SubscribeScene { get; init; }
}
