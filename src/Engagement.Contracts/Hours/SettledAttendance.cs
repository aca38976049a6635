namespace Engagement.Contracts;

/// <summary>What an activity attests of one volunteer's shift once it is settled. It never changes afterwards: what was wrong is corrected by offsets.</summary>
/// <param name="Activity">Which.</param>
/// <param name="Shift">Number of the shift in it.</param>
/// <param name="Organisation">Organisation that organised and records (谁记录、谁出具).</param>
/// <param name="Title">The activity's name: service content, as a certificate states it.</param>
/// <param name="ServiceClass">Id of the service class.</param>
/// <param name="District">District's code; null when it has none.</param>
/// <param name="Start">Unix milliseconds at which the shift began.</param>
/// <param name="End">Unix milliseconds at which it ended, extensions included.</param>
/// <param name="In">Unix milliseconds of the check-in, by the server.</param>
/// <param name="Out">Unix milliseconds of the check-out, by the server; 0 when there was none.</param>
/// <param name="InBy">How the check-in was attested.</param>
/// <param name="OutBy">How the check-out was attested.</param>
/// <param name="LedBy">Who scanned or ticked; none when the volunteer scanned.</param>
/// <param name="SettledAt">Unix milliseconds of the settlement.</param>
/// <param name="SettledBy">Who settled.</param>
/// <param name="WalkIn">Signed up on the spot.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.settled")]
public sealed record SettledAttendance(
    [property: Id(0)] ActivityId Activity, [property: Id(1)] int Shift, [property: Id(2)] string Organisation, [property: Id(3)] string Title,
    [property: Id(4)] string ServiceClass, [property: Id(5)] string? District, [property: Id(6)] long Start, [property: Id(7)] long End,
    [property: Id(8)] long In, [property: Id(9)] long Out, [property: Id(10)] AttendanceMethod InBy, [property: Id(11)] AttendanceMethod OutBy,
    [property: Id(12)] ParticipantId LedBy, [property: Id(13)] long SettledAt, [property: Id(14)] ParticipantId SettledBy, [property: Id(15)] bool WalkIn);
