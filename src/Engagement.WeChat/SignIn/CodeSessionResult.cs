using System.Diagnostics.CodeAnalysis;

namespace Engagement.WeChat;

/// <summary>The result of exchanging a mini program's <c>wx.login</c> code. WeChat's session key is not kept: nothing here uses it.</summary>
/// <param name="Outcome">What happened; the other members have values only when it is <see cref="WeChatOutcome.Ok"/>.</param>
/// <param name="OpenId">The person within the mini program, at most 128 characters; not the openid of the service account.</param>
/// <param name="UnionId">The person within the city's Open Platform account, null if the mini program is not bound to one.</param>
public sealed record CodeSessionResult(WeChatOutcome Outcome, string? OpenId = null, string? UnionId = null)
{
    /// <summary>True when <see cref="OpenId"/> has a value.</summary>
    [MemberNotNullWhen(true, nameof(OpenId))]
    public bool IsOk => Outcome is WeChatOutcome.Ok && OpenId is not null;

    /// <summary>The outcome only, so that no identifier reaches a log by way of formatting.</summary>
    public override string ToString() => Outcome.ToString();
}
