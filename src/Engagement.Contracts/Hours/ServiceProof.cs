namespace Engagement.Contracts;

/// <summary>What an entry was computed from, so that it can be explained, and computed again, at any time.</summary>
/// <param name="Start">Unix milliseconds at which the shift began.</param>
/// <param name="End">Unix milliseconds at which it ended.</param>
/// <param name="In">Unix milliseconds of the check-in, or of what a make-up claims as such.</param>
/// <param name="Out">Unix milliseconds of the check-out; 0 when there was none.</param>
/// <param name="InBy">How the check-in was attested; None for a make-up.</param>
/// <param name="OutBy">How the check-out was attested.</param>
/// <param name="LedBy">Who scanned, ticked or proposed; none when the volunteer scanned.</param>
/// <param name="SettledBy">Who settled or approved.</param>
/// <param name="Evidence">What a make-up rests on; None for others.</param>
/// <param name="MakeUp">The make-up; none for others.</param>
/// <param name="EnteredAt">Unix milliseconds at which somebody settled or proposed it.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.proof")]
public sealed record ServiceProof(
    [property: Id(0)] long Start, [property: Id(1)] long End, [property: Id(2)] long In, [property: Id(3)] long Out,
    [property: Id(4)] AttendanceMethod InBy = AttendanceMethod.None, [property: Id(5)] AttendanceMethod OutBy = AttendanceMethod.None,
    [property: Id(6)] ParticipantId LedBy = default, [property: Id(7)] ParticipantId SettledBy = default,
    [property: Id(8)] MakeUpEvidence Evidence = MakeUpEvidence.None, [property: Id(9)] MakeUpId MakeUp = default,
    [property: Id(10)] long EnteredAt = 0);
