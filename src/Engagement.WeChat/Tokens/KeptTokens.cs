namespace Engagement.WeChat;

/// <summary>All that the owner of an account's tokens keeps, and stores so that a restart fetches nothing.</summary>
/// <param name="Token">The access token; null when there is none.</param>
/// <param name="Ticket">The JS ticket; null when there is none.</param>
/// <param name="Forced">When tokens were forced within the last day, at most 20: WeChat allows no more.</param>
public sealed record KeptTokens(KeptToken? Token, KeptToken? Ticket, IReadOnlyList<DateTimeOffset> Forced)
{
    /// <summary>Before the first fetch.</summary>
    public static KeptTokens None { get; } = new(null, null, []);

    /// <summary>Nothing of it, so that no token reaches a log by way of formatting.</summary>
    public override string ToString() => nameof(KeptTokens);
}
