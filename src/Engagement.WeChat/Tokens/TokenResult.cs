using System.Diagnostics.CodeAnalysis;

namespace Engagement.WeChat;

/// <summary>An access token or a JS ticket to be used now, or why there is none.</summary>
/// <param name="Outcome">Ok, or what keeps us from having one; then <see cref="Value"/> is null.</param>
/// <param name="Value">The token or ticket, at most 1,024 characters. A secret: never logged, never sent to a browser.</param>
public sealed record TokenResult(WeChatOutcome Outcome, string? Value = null)
{
    /// <summary>True when <see cref="Value"/> is there.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsOk => Outcome is WeChatOutcome.Ok && Value is not null;

    /// <summary>The outcome only, so that no token reaches a log by way of formatting.</summary>
    public override string ToString() => Outcome.ToString();
}
