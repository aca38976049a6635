namespace Engagement.WeChat;

/// <summary>What WeChat tells of a person who agreed (<c>snsapi_userinfo</c>). Name and picture are not read: people choose their name here.</summary>
/// <param name="Outcome">What happened; the other members have values only when it is Ok.</param>
/// <param name="UnionId">The person within the city's Open Platform account; null when the account is not bound to one.</param>
public sealed record UserInfoResult(WeChatOutcome Outcome, string? UnionId = null)
{
    /// <summary>The outcome only, so that no identifier reaches a log by way of formatting.</summary>
    public override string ToString() => Outcome.ToString();
}
