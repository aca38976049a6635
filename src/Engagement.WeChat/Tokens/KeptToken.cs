namespace Engagement.WeChat;

/// <summary>A token or ticket in its owner's hands.</summary>
/// <param name="Value">The secret.</param>
/// <param name="RefreshAt">From here on a new one is fetched while this one still serves.</param>
/// <param name="ExpiresAt">From here on it does not serve.</param>
public sealed record KeptToken(string Value, DateTimeOffset RefreshAt, DateTimeOffset ExpiresAt)
{
    // WeChat hands out the next token in the last five minutes of the current one, and lets the old one live for five more.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    // What is left for requests under way and clocks that differ.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(10);

    /// <summary>What was fetched, as seen from when its answer arrived.</summary>
    public static KeptToken Of(FetchedToken fetched, DateTimeOffset now)
    {
        var early = fetched.Lifetime / 2 < Margin ? fetched.Lifetime / 2 : Margin;
        return new(fetched.Value, now + fetched.Lifetime - early, now + fetched.Lifetime - (early < Reserve ? early : Reserve));
    }

    /// <summary>Nothing of it, so that no token reaches a log by way of formatting.</summary>
    public override string ToString() => nameof(KeptToken);
}
