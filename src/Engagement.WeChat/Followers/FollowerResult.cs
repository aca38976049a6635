namespace Engagement.WeChat;

/// <summary>How a person stands to the service account (<c>cgi-bin/user/info</c>). WeChat gives no name and no picture since 2021-12-27.</summary>
/// <param name="Outcome">What happened; the other members have values only when it is Ok.</param>
/// <param name="Follows">Whether they follow the account now. If not, WeChat tells nothing more.</param>
/// <param name="UnionId">The person within the city's Open Platform account; null if they don't follow or the account is not bound to one.</param>
/// <param name="Since">When they followed last.</param>
/// <param name="Scene">How they came, e.g. <c>ADD_SCENE_QR_CODE</c>.</param>
public sealed record FollowerResult(
    WeChatOutcome Outcome, bool Follows = false, string? UnionId = null, DateTimeOffset? Since = null, string? Scene = null)
{
    /// <summary>True when <see cref="Follows"/> says something.</summary>
    public bool IsOk => Outcome is WeChatOutcome.Ok;

    /// <summary>The outcome only, so that no identifier reaches a log by way of formatting.</summary>
    public override string ToString() => Outcome.ToString();
}
