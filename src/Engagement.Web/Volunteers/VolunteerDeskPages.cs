using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Volunteers;

/// <summary>Volunteers in the console: found by number, or by the exact real name with a reason; and claims that wait.</summary>
/// <param name="MaySearch">The reader may look for real names.</param>
/// <param name="Claims">Claims of ID numbers that wait; empty for who may not decide them.</param>
/// <param name="Found">What a search found; null for no search.</param>
/// <param name="Fault">What was not right.</param>
public sealed record VolunteerDeskPage(bool MaySearch, IReadOnlyList<ClaimRow> Claims, IReadOnlyList<FoundVolunteer>? Found = null, string? Fault = null)
{
    /// <summary>The key of the search.</summary>
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A volunteer whom a search found.</summary>
public sealed record FoundVolunteer(string Id, string Number, string Masked);

/// <summary>A claim that waits.</summary>
/// <param name="Key">The number's record.</param>
/// <param name="Owner">Volunteer number of who has it.</param>
/// <param name="OwnerId">Participant id of them.</param>
/// <param name="Claimant">Volunteer number of who asks.</param>
/// <param name="ClaimantId">Participant id of them.</param>
/// <param name="Since">Since when.</param>
/// <param name="ProposedBy">The operator who proposed to join; null while none did.</param>
/// <param name="Reason">Why.</param>
/// <param name="MayJoin">The reader may propose or agree.</param>
public sealed record ClaimRow(
    string Key, string Owner, string OwnerId, string Claimant, string ClaimantId, DateTimeOffset Since, string? ProposedBy, string Reason, bool MayJoin);

/// <summary>One volunteer in the console.</summary>
/// <param name="Id">Participant id.</param>
/// <param name="Number">Volunteer number, to be read.</param>
/// <param name="Self">What the record says, masked.</param>
/// <param name="Name">The name that they show to others.</param>
/// <param name="District">Where they live.</param>
/// <param name="Teams">Memberships.</param>
/// <param name="MayAct">The reader may compare the phone number and look at the real name.</param>
/// <param name="Real">The real name, on the one page that answers a look.</param>
/// <param name="Fault">What was not right.</param>
public sealed record VolunteerCasePage(
    string Id, string Number, VolunteerSelf Self, string Name, string? District, IReadOnlyList<TeamRow> Teams, bool MayAct, ShownName? Real = null, string? Fault = null)
{
    /// <summary>The key of the look.</summary>
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A real name in the clear.</summary>
public sealed record ShownName(string Name, string Number, bool IsFemale, int Birth)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ShownName);
}
