using Engagement.Contracts;

namespace Engagement.Grains.Activities;

/// <summary>The latest reminder of the duty to record. Who hears of it is decided once, in the commit that makes it.</summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Organisers">Who is to settle; at most <see cref="Most"/>.</param>
/// <param name="Supervisors">With the overdue one, who is to see to it; at most <see cref="Most"/>, none of the organisers.</param>
[GenerateSerializer, OmitDefaultMemberValues, Immutable, Alias("eng.activity.duty-told")]
public sealed record DutyTold(
    [property: Id(0)] long At, [property: Id(1)] IReadOnlyList<ParticipantId> Organisers, [property: Id(2)] IReadOnlyList<ParticipantId> Supervisors)
{
    /// <summary>Of one kind.</summary>
    public const int Most = 20;

    /// <summary>Everybody, each once.</summary>
    public IEnumerable<ParticipantId> People => Organisers.Concat(Supervisors);
}

/// <summary>Somebody who would hear of a reminder.</summary>
/// <param name="Id">Who.</param>
/// <param name="Wake">Unix milliseconds at which their notices are to be looked at; 0 when no message could be sent anyway.</param>
internal readonly record struct DutyPerson(ParticipantId Id, long Wake);

/// <summary>Who would hear of a reminder that came now, gathered before the turn.</summary>
/// <param name="Organisers">Of all three.</param>
/// <param name="Supervisors">Of the overdue one.</param>
internal sealed record DutyStaff(IReadOnlyList<DutyPerson> Organisers, IReadOnlyList<DutyPerson> Supervisors)
{
    public static readonly DutyStaff Nobody = new([], []);
}
