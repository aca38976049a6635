namespace Engagement.WeChat;

/// <summary>What WeChat thinks of a text.</summary>
/// <param name="Outcome">What happened; the other members say something only when it is Ok.</param>
/// <param name="Suggestion">What to do with it.</param>
/// <param name="Label">100 normal, 10001 advertisement, 20001 politics, 20002 porn, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgar,
/// 20013 copyright, 21000 other.</param>
/// <param name="TraceId">What WeChat's support asks for.</param>
public sealed record TextCheckResult(
    WeChatOutcome Outcome, CheckSuggestion Suggestion = CheckSuggestion.Review, int Label = 0, string? TraceId = null)
{
    /// <summary>True when the text was checked.</summary>
    public bool IsOk => Outcome is WeChatOutcome.Ok;
}
