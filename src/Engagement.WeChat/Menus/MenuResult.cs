using System.Diagnostics.CodeAnalysis;

namespace Engagement.WeChat;

/// <summary>The menu that WeChat shows now.</summary>
/// <param name="Outcome">Ok, <see cref="WeChatOutcome.NotFound"/> when the account has no menu, or a failure.</param>
/// <param name="Buttons">The first level, when Ok.</param>
public sealed record MenuResult(WeChatOutcome Outcome, IReadOnlyList<MenuButton>? Buttons = null)
{
    /// <summary>True when <see cref="Buttons"/> are there.</summary>
    [MemberNotNullWhen(true, nameof(Buttons))]
    public bool IsOk => Outcome is WeChatOutcome.Ok && Buttons is not null;
}
