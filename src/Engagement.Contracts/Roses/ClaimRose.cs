namespace Engagement.Contracts;

/// <summary>A person takes a rose.</summary>
/// <param name="By">Who takes it.</param>
/// <param name="Secret">The link's secret; null for a rose that is addressed to this person.</param>
[GenerateSerializer, Immutable, Alias("eng.rose.claim")]
public sealed record ClaimRose([property: Id(0)] ParticipantId By, [property: Id(1)] string? Secret);

/// <summary>Answer to a claim.</summary>
/// <param name="Outcome">Done, or why not.</param>
/// <param name="Hop">Which hop of the rose this is, from 1.</param>
/// <param name="Counted">Whether it counts on boards: the first of this pair today, and within the taker's 20 a day.</param>
[GenerateSerializer, Immutable, Alias("eng.rose.claimed")]
public sealed record ClaimReceipt([property: Id(0)] Outcome Outcome, [property: Id(1)] int Hop = 0, [property: Id(2)] bool Counted = false);

/// <summary>Answer to a command that returns nothing else.</summary>
/// <param name="Outcome">Done, or why not.</param>
/// <param name="Field">With Invalid: the field.</param>
[GenerateSerializer, Immutable, Alias("eng.receipt")]
public sealed record Receipt([property: Id(0)] Outcome Outcome, [property: Id(1)] string? Field = null)
{
    /// <summary>Done.</summary>
    public static readonly Receipt Done = new(Outcome.Done);
}
