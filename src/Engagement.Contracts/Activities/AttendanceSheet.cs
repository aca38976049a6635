namespace Engagement.Contracts;

/// <summary>Who came, for leaders, organisers and reviewers.</summary>
/// <param name="Exists">False for an unknown activity; then nothing else is set.</param>
/// <param name="Title">The activity's name.</param>
/// <param name="Organisation">Who organises it.</param>
/// <param name="District">District's code; null when it has none.</param>
/// <param name="Shifts">By number.</param>
/// <param name="Rows">Everybody who signed up or came, in the order in which they did.</param>
/// <param name="Leaders">Volunteers who lead it.</param>
/// <param name="Cancelled">Called off.</param>
/// <param name="CanSettle">Every shift is over, and it is not settled.</param>
/// <param name="SettledAt">Unix milliseconds of the settlement; 0 before it.</param>
/// <param name="Carried">Of the settled rows, how many messages to volunteers were written so far; all of them follow by themselves.</param>
/// <param name="Duty">How far the duty to record within ten working days has come: 0 to 2 reminders, 3 overdue.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.sheet")]
public sealed record AttendanceSheet(
    [property: Id(0)] bool Exists, [property: Id(1)] string Title = "", [property: Id(2)] string Organisation = "", [property: Id(3)] string? District = null,
    [property: Id(4)] IReadOnlyList<SheetShift>? Shifts = null, [property: Id(5)] IReadOnlyList<SheetRow>? Rows = null,
    [property: Id(6)] IReadOnlyList<ParticipantId>? Leaders = null, [property: Id(7)] bool Cancelled = false, [property: Id(8)] bool CanSettle = false,
    [property: Id(9)] long SettledAt = 0, [property: Id(10)] int Carried = 0, [property: Id(11)] int Duty = 0);

/// <summary>A shift of the sheet.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Start">Unix milliseconds.</param>
/// <param name="End">Unix milliseconds, extensions included.</param>
/// <param name="Extended">Minutes by which it was extended.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.shift")]
public sealed record SheetShift([property: Id(0)] int Number, [property: Id(1)] long Start, [property: Id(2)] long End, [property: Id(3)] int Extended);

/// <summary>A person at a shift.</summary>
/// <param name="Volunteer">Who.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="In">Unix milliseconds of the check-in; 0 for none.</param>
/// <param name="Out">Unix milliseconds of the check-out; 0 for none.</param>
/// <param name="InBy">How the check-in was attested.</param>
/// <param name="OutBy">How the check-out was attested.</param>
/// <param name="WalkIn">Signed up on the spot.</param>
/// <param name="Waiting">An entry of an offline list waits for a reviewer.</param>
/// <param name="Minutes">Minutes that this would be worth, before the day's limit of the volunteer.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.row")]
public sealed record SheetRow(
    [property: Id(0)] ParticipantId Volunteer, [property: Id(1)] int Shift, [property: Id(2)] long In, [property: Id(3)] long Out,
    [property: Id(4)] AttendanceMethod InBy, [property: Id(5)] AttendanceMethod OutBy, [property: Id(6)] bool WalkIn, [property: Id(7)] bool Waiting,
    [property: Id(8)] int Minutes)
{
    /// <summary>Checked in and never out: counts nothing until a leader says when they left.</summary>
    public bool IsOpen => In > 0 && Out == 0;
}
