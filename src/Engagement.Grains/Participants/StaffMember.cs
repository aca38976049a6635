using Engagement.Contracts;

namespace Engagement.Grains.Participants;

/// <summary>Somebody with a role.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">As they wrote it; null for none.</param>
/// <param name="Roles">Given by operators.</param>
/// <param name="Entered">Operator since they first signed in, by configuration of their openid.</param>
/// <param name="Configured">Operator for as long as the configuration says so.</param>
/// <param name="Proposed">What waits for a second operator; null for nothing.</param>
public sealed record StaffMember(ParticipantId Id, string? Name, IReadOnlyList<RoleGrant> Roles, bool Entered, bool Configured, RoleProposal? Proposed)
{
    /// <summary>Whether they are an operator now.</summary>
    public bool IsOperator => Entered || Configured || Roles.Any(grant => grant.Role == Role.Operator);
}
