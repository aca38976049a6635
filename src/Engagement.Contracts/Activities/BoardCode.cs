namespace Engagement.Contracts;

/// <summary>What a board shows now: the code of one shift and side, and how many have come.</summary>
/// <param name="Text">128 bits as 22 characters, for a QR code.</param>
/// <param name="Digits">The same as six digits, to be typed.</param>
/// <param name="Next">When the next one takes its place; this one is accepted a little longer.</param>
/// <param name="In">People who checked in to the shift.</param>
/// <param name="Out">People who checked out of it.</param>
/// <param name="Expected">People who signed up for it, walk-ins included.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.board")]
public sealed record BoardCode(
    [property: Id(0)] string Text, [property: Id(1)] string Digits, [property: Id(2)] DateTimeOffset Next,
    [property: Id(3)] int In, [property: Id(4)] int Out, [property: Id(5)] int Expected);

/// <summary>Somebody stood at a board. Never leaves the server unprotected.</summary>
/// <param name="Activity">Which.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Side">Coming or going.</param>
/// <param name="SeenAt">Unix milliseconds at which the code was scanned, by the server.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.pass")]
public sealed record BoardPass(
    [property: Id(0)] ActivityId Activity, [property: Id(1)] int Shift, [property: Id(2)] AttendanceSide Side, [property: Id(3)] long SeenAt);

/// <summary>What a scanned code is worth.</summary>
/// <param name="Outcome">Done, Expired for one that is over, NotFound for none.</param>
/// <param name="Pass">With Done.</param>
[GenerateSerializer, Immutable, Alias("eng.attendance.seen")]
public sealed record BoardSeen([property: Id(0)] Outcome Outcome, [property: Id(1)] BoardPass? Pass = null);
