namespace Engagement.Contracts;

public partial interface IVolunteerGrain
{
    /// <summary>
    /// Keeps a time free for a sign-up that an activity is about to decide on. This record is the only one that knows all of a person's
    /// sign-ups, so of two that overlap, wherever they are, one is refused (docs/decisions/0024).
    /// </summary>
    /// <param name="activity">Which.</param>
    /// <param name="shift">Number of the shift; another call for the same shift replaces this one.</param>
    /// <param name="start">Unix milliseconds.</param>
    /// <param name="end">Unix milliseconds.</param>
    /// <returns>Done with the instant until which the activity may decide, Overlaps, or DailyLimit for more sign-ups than one person can keep.</returns>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Hold"), ResponseTimeout("00:00:05")]
    Task<HoldReceipt> Hold(ActivityId activity, int shift, long start, long end);

    /// <summary>An activity tells what became of a sign-up, each time it changes. Safe to repeat; what was decided before a newer <see cref="Hold"/> changes nothing.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Booked"), ResponseTimeout("00:00:05")]
    Task Booked(ActivityId activity, int shift, SignUpCard card);
}

/// <summary>Answer to <see cref="IVolunteerGrain.Hold"/>.</summary>
/// <param name="Outcome">Done, or why not.</param>
/// <param name="Until">Unix milliseconds until which the activity may confirm.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.held")]
public sealed record HoldReceipt([property: Id(0)] Outcome Outcome, [property: Id(1)] long Until = 0);
