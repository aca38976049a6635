namespace Engagement.WeChat;

/// <summary>What WeChat gave out: a token or ticket and how long it is good for.</summary>
/// <param name="Outcome">Ok, or why there is none.</param>
/// <param name="Value">The token or ticket when Ok, else empty. A secret.</param>
/// <param name="Lifetime">Counted from the moment the answer arrived; zero unless Ok.</param>
public sealed record FetchedToken(WeChatOutcome Outcome, string Value, TimeSpan Lifetime)
{
    /// <summary>The outcome only, so that no token reaches a log by way of formatting.</summary>
    public override string ToString() => Outcome.ToString();
}
