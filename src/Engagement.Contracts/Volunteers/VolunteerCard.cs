namespace Engagement.Contracts;

/// <summary>What others need to know of a volunteer.</summary>
/// <param name="Level">How well they are known.</param>
/// <param name="Hours">Their hours.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.card")]
public sealed record VolunteerCard([property: Id(0)] IdentityLevel Level, [property: Id(1)] HourTotals Hours);
