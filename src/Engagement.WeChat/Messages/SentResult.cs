namespace Engagement.WeChat;

/// <summary>
/// What became of a message. Ok means that WeChat took it: whether it arrived comes as an event. After
/// <see cref="WeChatOutcome.Unavailable"/> it may have been taken: sending again may show it twice. After every other
/// outcome it was not taken.
/// </summary>
/// <param name="Outcome">What happened.</param>
/// <param name="MessageId">WeChat's 64-bit number of the message, which the result event carries; 0 when it gave none.</param>
public sealed record SentResult(WeChatOutcome Outcome, long MessageId = 0)
{
    /// <summary>True when WeChat took the message.</summary>
    public bool IsOk => Outcome is WeChatOutcome.Ok;
}
