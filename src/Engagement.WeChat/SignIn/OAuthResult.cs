using System.Diagnostics.CodeAnalysis;

namespace Engagement.WeChat;

/// <summary>The result of exchanging a web sign-in code.</summary>
/// <param name="Outcome">What happened; the other members have values only when it is <see cref="WeChatOutcome.Ok"/>.</param>
/// <param name="OpenId">The person within the service account, at most 128 characters.</param>
/// <param name="UnionId">The person within the city's Open Platform account; WeChat omits it under <c>snsapi_base</c>.</param>
/// <param name="IsSnapshotUser">True for a virtual visitor of a snapshot page (网页快照): the ids belong to nobody and must never be stored.</param>
/// <param name="UserToken">For <see cref="IWeChatGateway.UserInfo"/>, two hours; null under <c>snsapi_base</c>. A secret, not stored.</param>
public sealed record OAuthResult(
    WeChatOutcome Outcome, string? OpenId = null, string? UnionId = null, bool IsSnapshotUser = false, string? UserToken = null)
{
    /// <summary>True when <see cref="OpenId"/> has a value.</summary>
    [MemberNotNullWhen(true, nameof(OpenId))]
    public bool IsOk => Outcome is WeChatOutcome.Ok && OpenId is not null;

    /// <summary>The outcome only, so that no identifier reaches a log by way of formatting.</summary>
    public override string ToString() => Outcome.ToString();
}
