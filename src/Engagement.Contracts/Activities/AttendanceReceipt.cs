namespace Engagement.Contracts;

/// <summary>The answer to a check-in or check-out.</summary>
/// <param name="Outcome">As for any command; Done also for a repeated one.</param>
/// <param name="Word">What exactly happened.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="At">Unix milliseconds: of the check-in or check-out, or of the window's edge; 0 for none.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.receipt")]
public readonly record struct AttendanceReceipt(
    [property: Id(0)] Outcome Outcome, [property: Id(1)] AttendanceWord Word, [property: Id(2)] int Shift = 0, [property: Id(3)] long At = 0)
{
    /// <summary>Of a word, with the outcome that it is.</summary>
    public static AttendanceReceipt Of(AttendanceWord word, int shift = 0, long at = 0) => new(word switch
    {
        AttendanceWord.CheckedIn or AttendanceWord.CheckedOut or AttendanceWord.AlreadyIn or AttendanceWord.AlreadyOut or AttendanceWord.Waiting => Outcome.Done,
        AttendanceWord.NotFound or AttendanceWord.CodeWrong => Outcome.NotFound,
        AttendanceWord.TooEarly or AttendanceWord.TooLate or AttendanceWord.CodeOver => Outcome.Expired,
        AttendanceWord.TooManyCodes => Outcome.SlowDown,
        AttendanceWord.NoRoom => Outcome.Full,
        AttendanceWord.ActivityCancelled => Outcome.Withdrawn,
        AttendanceWord.Overlapping => Outcome.Overlaps,
        AttendanceWord.Yourself or AttendanceWord.NotInsured => Outcome.Forbidden,
        AttendanceWord.Settled => Outcome.AlreadyDecided,
        _ => Outcome.NotForYou,
    }, word, shift, at);
}
