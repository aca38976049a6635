namespace Engagement.Contracts;

/// <summary>A volunteer checks in or out. Either a code that is read now, or the pass of one that was scanned a moment ago.</summary>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Side">Coming or going.</param>
/// <param name="Code">22 characters that were scanned, or six digits that were typed; null with a pass.</param>
/// <param name="Pass">From <see cref="IActivityGrain.Seen"/>; null with a code.</param>
/// <param name="WalkIn">Signs up on the spot where that is still possible; flagged.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.attend")]
public sealed record Attend(
    [property: Id(0)] int Shift, [property: Id(1)] AttendanceSide Side, [property: Id(2)] string? Code, [property: Id(3)] BoardPass? Pass = null,
    [property: Id(4)] bool WalkIn = false);

/// <summary>A leader attests that somebody came or went.</summary>
/// <param name="Volunteer">Who.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Side">Coming or going.</param>
/// <param name="Method">LeaderScan or LeaderManual.</param>
/// <param name="WalkIn">Signs them up on the spot where that is still possible; flagged.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.mark")]
public sealed record MarkPresence(
    [property: Id(0)] ParticipantId Volunteer, [property: Id(1)] int Shift, [property: Id(2)] AttendanceSide Side, [property: Id(3)] AttendanceMethod Method,
    [property: Id(4)] bool WalkIn = false);

/// <summary>A list that a leader ticked off without network.</summary>
/// <param name="SentAt">Unix milliseconds of the phone when it sent the list: tells how wrong its clock is.</param>
/// <param name="Entries">1 to 500.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.offline")]
public sealed record OfflineList([property: Id(0)] long SentAt, [property: Id(1)] IReadOnlyList<OfflineEntry> Entries)
{
    /// <summary>Entries of one list at most.</summary>
    public const int Most = 500;
}

/// <summary>A tick without network.</summary>
/// <param name="Volunteer">Who.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Side">Coming or going.</param>
/// <param name="At">Unix milliseconds of the phone at the tick.</param>
/// <param name="Counter">Counts the phone's ticks upwards, whatever its clock does.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.tick")]
public readonly record struct OfflineEntry(
    [property: Id(0)] ParticipantId Volunteer, [property: Id(1)] int Shift, [property: Id(2)] AttendanceSide Side, [property: Id(3)] long At, [property: Id(4)] int Counter);

/// <summary>Somebody who did not check out: when they left, as a leader knows it.</summary>
/// <param name="Volunteer">Who.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="At">Unix milliseconds, between the check-in and the shift's end.</param>
/// <param name="Reason">1 to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.fix")]
public sealed record FixPresence([property: Id(0)] ParticipantId Volunteer, [property: Id(1)] int Shift, [property: Id(2)] long At, [property: Id(3)] string Reason);
