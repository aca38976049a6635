using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Teams;

/// <summary>Teams to be found.</summary>
/// <param name="Teams">At work, largest first.</param>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="District">The chosen one.</param>
/// <param name="WrongCode">A code that belongs to no team.</param>
public sealed record TeamsPage(IReadOnlyList<TeamLine> Teams, IReadOnlyList<Choice> Districts, string? District, string? WrongCode = null)
{
    /// <summary>Teams shown.</summary>
    public const int Most = 100;
}

/// <summary>A team in a list.</summary>
/// <param name="Card">It.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it stands: its parents' names, from above.</param>
/// <param name="Members">Members.</param>
/// <param name="Depth">How many teams stand above it.</param>
public sealed record TeamLine(TeamCard Card, string Name, string Place, long Members, int Depth);

/// <summary>A team, for everybody.</summary>
/// <param name="Team">It.</param>
/// <param name="Mine">The reader's place in it; null for none.</param>
public sealed record TeamPage(TeamLine Team, Membership? Mine)
{
    /// <summary>The key of the form.</summary>
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>Teams that somebody looks after.</summary>
/// <param name="Teams">In the order of the tree.</param>
/// <param name="Parents">Where a team can be put.</param>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Fault">The field that was not right.</param>
public sealed record TeamTreePage(IReadOnlyList<TeamLine> Teams, IReadOnlyList<Choice> Parents, IReadOnlyList<Choice> Districts, TeamForm Form, string? Fault = null)
{
    /// <summary>The key of the form.</summary>
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A team to be made.</summary>
public sealed record TeamForm(string? Name = null, string? English = null, string? Level = null, string? Parent = null, string? District = null, string? Until = null);

/// <summary>A team in the console.</summary>
/// <param name="Team">It.</param>
/// <param name="MayRun">The reader may change it; else only read.</param>
/// <param name="Members">A page of its members.</param>
/// <param name="Asking">Who asks to join.</param>
/// <param name="Skip">Members before this page.</param>
/// <param name="Admins">Who runs it.</param>
/// <param name="AdminsMost">How many may.</param>
/// <param name="Readers">Parents that may only read.</param>
/// <param name="Before">Managing parents before.</param>
/// <param name="Parents">Where it can be put.</param>
/// <param name="Link">What members scan.</param>
/// <param name="Fault">What was not right.</param>
public sealed record TeamDeskPage(
    TeamLine Team, bool MayRun, IReadOnlyList<MemberRow> Members, IReadOnlyList<MemberRow> Asking, int Skip, IReadOnlyList<Choice> Admins, int AdminsMost,
    IReadOnlyList<Choice> Readers, IReadOnlyList<FormerRow> Before, IReadOnlyList<Choice> Parents, string Link, string? Fault = null)
{
    /// <summary>Members of a page.</summary>
    public const int Each = 50;
}

/// <summary>A member: by number and the name that they show to others, never by the real name.</summary>
public sealed record MemberRow(string Id, string Number, string Name, IdentityLevel Level, AgeBand Age, bool PhoneConfirmed);

/// <summary>A managing parent before.</summary>
public sealed record FormerRow(string Name, DateTimeOffset Until);
