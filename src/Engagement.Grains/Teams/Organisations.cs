using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;

namespace Engagement.Grains.Teams;

/// <summary>
/// Seeded organisations and teams as one tree, and who may do what in it: an organiser's scope holds for everything below
/// it along managing parents; parents that may only read see along every line (VH-13).
/// </summary>
public sealed class Organisations(ICatalogue catalogue, TeamDirectory teams, ISwitches switches)
{
    /// <summary>Whether there is such an organisation, or such a team at work or dissolved.</summary>
    public bool Has(string id) => catalogue.HasOrganisation(id) || teams.Find(id) is not null;

    /// <summary>It and everything that manages it, from below upwards; empty for an unknown one.</summary>
    public IReadOnlyList<string> Above(string id)
    {
        var chain = new List<string>();
        for (var at = id; Has(at); at = teams.Find(at)!.Parent)
        {
            chain.Add(at);
            if (catalogue.HasOrganisation(at))
            {
                break;
            }
        }

        return chain;
    }

    /// <summary>Whether operators froze it, or anything that manages it (OP-03): it begins nothing new, and enters no hours by hand. An organisation with false hours is barred so (VH-12).</summary>
    public bool IsFrozen(string id) => Above(id).Any(switches.Now.FreezesOrganisation);

    /// <summary>It and everything that may read it: managers, and readers' managers and readers in turn.</summary>
    public IReadOnlySet<string> Readers(string id)
    {
        var all = new HashSet<string>();
        var open = new Stack<string>([id]);
        while (open.TryPop(out var at))
        {
            if (Has(at) && all.Add(at) && teams.Find(at) is { } team)
            {
                open.Push(team.Parent);
                foreach (var reader in team.Readers)
                {
                    open.Push(reader);
                }
            }
        }

        return all;
    }

    /// <summary>It and every team that it manages, through any number of levels.</summary>
    public IReadOnlySet<string> Below(string id)
    {
        var children = teams.All.ToLookup(team => team.Parent, team => team.Id);
        var all = new HashSet<string>();
        var open = new Stack<string>([id]);
        while (open.TryPop(out var at))
        {
            if (all.Add(at))
            {
                foreach (var child in children[at])
                {
                    open.Push(child);
                }
            }
        }

        return all;
    }

    /// <summary>Whether the person runs this organisation's activities: use it instead of <c>Profile.May(Role.Organiser, organisation)</c>.</summary>
    /// <param name="staff">Who asks; null for nobody.</param>
    /// <param name="id">Organisation or team.</param>
    public bool MayRun(Profile? staff, string id) => Holds(staff, Above(id));

    /// <summary>Whether the person may read what this organisation does.</summary>
    public bool MayRead(Profile staff, string id) => Holds(staff, Readers(id));

    /// <summary>The level of an organisation or of a team at work; null for none.</summary>
    public async Task<TeamLevel?> LevelOf(string id)
    {
        if (!Has(id))
        {
            await teams.Refresh(); // made a moment ago elsewhere, perhaps
        }

        return catalogue.HasOrganisation(id) ? TeamLevel.Organisation : teams.Find(id) is { IsOpen: true } team ? team.Level : null;
    }

    private static bool Holds(Profile? staff, IEnumerable<string> scopes) =>
        staff is not null && (staff.May(Role.Organiser) || scopes.Any(scope => staff.May(Role.Organiser, scope)));
}
