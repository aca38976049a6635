namespace Engagement.Contracts;

/// <summary>Making somebody an operator, or taking that back, while it waits for a second operator (OP-01).</summary>
/// <param name="Holds">To be given; false for taken back.</param>
/// <param name="By">The operator who proposed it.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("eng.participant.proposal")]
public sealed record RoleProposal(
    [property: Id(0)] bool Holds, [property: Id(1)] ParticipantId By, [property: Id(2)] long At, [property: Id(3)] string Reason)
{
    /// <summary>How long a proposal can be agreed to.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);
}
