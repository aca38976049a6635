namespace Engagement.Contracts;

/// <summary>What others need to know of a volunteer.</summary>
/// <param name="Level">How well they are known.</param>
/// <param name="Hours">Their hours.</param>
/// <param name="Age">Years of age today in Shanghai; null when not known.</param>
/// <param name="Absences">Times in the latest 90 days that they did not come and gave no reason: asks for a second look, shown to nobody (VH-19).</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.card")]
public sealed record VolunteerCard(
    [property: Id(0)] IdentityLevel Level, [property: Id(1)] HourTotals Hours, [property: Id(2)] int? Age = null, [property: Id(3)] int Absences = 0);
