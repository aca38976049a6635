using System.Diagnostics.CodeAnalysis;

namespace Engagement.WeChat;

/// <summary>A media check that WeChat began.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="TraceId">Which check it is; the event carries the same. Null unless Ok.</param>
public sealed record MediaCheckResult(WeChatOutcome Outcome, string? TraceId = null)
{
    /// <summary>True when <see cref="TraceId"/> is there.</summary>
    [MemberNotNullWhen(true, nameof(TraceId))]
    public bool IsOk => Outcome is WeChatOutcome.Ok && TraceId is not null;
}
