using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Console;

/// <summary>Who may do what in the console.</summary>
/// <param name="Staff">Everybody with a role, operators first.</param>
/// <param name="Companies">Companies that a steward can look after.</param>
/// <param name="Organisations">Organisations whose activities somebody can run.</param>
/// <param name="Districts">Districts that a reviewer can decide for.</param>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Fault">The field that was not right: person, role, scope or reason.</param>
/// <param name="Waits">What was proposed just now waits for a second operator.</param>
public sealed record RolesPage(IReadOnlyList<StaffRow> Staff, IReadOnlyList<Choice> Companies, IReadOnlyList<Choice> Organisations, IReadOnlyList<Choice> Districts, RoleForm Form, string? Fault = null, bool Waits = false)
{
    /// <summary>The key of the form.</summary>
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A role to be given or taken back.</summary>
public sealed record RoleForm(string? Person = null, string? Role = null, string? Scope = null, string? Reason = null, bool Holds = true);

/// <summary>Somebody with a role.</summary>
/// <param name="Id">Participant id.</param>
/// <param name="Name">Name, or the id of who has none.</param>
/// <param name="Grants">Roles that can be taken back.</param>
/// <param name="ByConfiguration">Operator by configuration, which no operator changes.</param>
/// <param name="Proposed">What waits for a second operator; null for nothing.</param>
/// <param name="ProposedBy">Name of who proposed it.</param>
/// <param name="MayAgree">The reader is the second operator who can decide it.</param>
public sealed record StaffRow(string Id, string Name, IReadOnlyList<GrantRow> Grants, bool ByConfiguration, RoleProposal? Proposed, string? ProposedBy, bool MayAgree);

/// <summary>A role that somebody has.</summary>
/// <param name="Role">What.</param>
/// <param name="Scope">Where, as it is stored.</param>
/// <param name="Place">Where, to be read; null for everywhere.</param>
public sealed record GrantRow(Role Role, string Scope, string? Place);
