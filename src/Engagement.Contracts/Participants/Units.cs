namespace Engagement.Contracts;

/// <summary>The units a person belongs to. Each is a value with a start time; a claim stores what held at that moment.</summary>
/// <param name="District">District code, like 440703; null when not chosen.</param>
/// <param name="Community">Code of a town or street in it.</param>
/// <param name="Organisation">Organisation id, joined by its code.</param>
/// <param name="Company">Courier company id; follows the courier's enrolment (<see cref="ICourierGrain"/>).</param>
[GenerateSerializer, Immutable, Alias("eng.participant.units")]
public sealed record Units(
    [property: Id(0)] string? District = null, [property: Id(1)] string? Community = null,
    [property: Id(2)] string? Organisation = null, [property: Id(3)] string? Company = null);

/// <summary>Who may send a rose to a person directly (RR-10).</summary>
public enum Reach
{
    /// <summary>Everyone.</summary>
    Everyone = 0,

    /// <summary>Members of the same organisation or company.</summary>
    MyOrganisation,

    /// <summary>People with whom a rose was exchanged before, among the latest 200 each way.</summary>
    PeopleIKnow,

    /// <summary>Nobody.</summary>
    Nobody,
}
