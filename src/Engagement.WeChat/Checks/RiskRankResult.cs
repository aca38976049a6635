namespace Engagement.WeChat;

/// <summary>How risky WeChat holds a person for (<c>getuserriskrank</c>).</summary>
/// <param name="Outcome">What happened; the rank says something only when it is Ok.</param>
/// <param name="Rank">0 no risk known to 4 the highest.</param>
public sealed record RiskRankResult(WeChatOutcome Outcome, int Rank = 0)
{
    /// <summary>True when WeChat ranked the person.</summary>
    public bool IsOk => Outcome is WeChatOutcome.Ok;
}
