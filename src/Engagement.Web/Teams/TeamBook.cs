using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Teams;
using Engagement.Grains.Volunteers;
using Engagement.Web.Boards;
using Engagement.Web.Shared;

namespace Engagement.Web.Teams;

/// <summary>Puts teams into words for their pages.</summary>
public sealed class TeamBook(TeamDirectory teams, Organisations organisations, VolunteerReader volunteers, Names names, SeededCatalogue catalogue)
{
    /// <summary>Teams with their members and their place.</summary>
    public async Task<IReadOnlyList<TeamLine>> Lines(IReadOnlyList<TeamCard> cards)
    {
        var sizes = await volunteers.Sizes([.. cards.Select(card => card.Id)]);
        return [.. cards.Zip(sizes, (card, size) =>
        {
            var above = organisations.Above(card.Id).Skip(1).ToArray();
            return new TeamLine(card, NameOf(card.Id), string.Join(" › ", above.Reverse().Select(NameOf)), size, above.Length);
        })];
    }

    /// <summary>One of them; null for none.</summary>
    public async Task<TeamLine?> Line(string id) => teams.Find(id) is { } card ? (await Lines([card]))[0] : null;

    /// <summary>Teams at work in a district; all for null. Largest first.</summary>
    public async Task<IReadOnlyList<TeamLine>> Open(string? district) =>
        [.. (await Lines([.. teams.All.Where(team => team.IsOpen && (district is null || team.District == district || team.District is null))]))
            .OrderByDescending(line => line.Members).ThenBy(line => line.Name, StringComparer.Ordinal).Take(TeamsPage.Most)];

    /// <summary>What the reader may see, in the order of the tree.</summary>
    public async Task<IReadOnlyList<TeamLine>> Tree(Profile staff) =>
        [.. (await Lines([.. teams.All.Where(team => organisations.MayRead(staff, team.Id))])).OrderBy(line => $"{line.Place} › {line.Name}", StringComparer.Ordinal)];

    /// <summary>Organisations and teams that the reader runs, those of the catalogue in front.</summary>
    public IReadOnlyList<Choice> Run(Profile staff) =>
        [.. catalogue.Reference.Organisations.Select(organisation => organisation.Id).Concat(teams.All.OrderBy(team => team.Level).Select(team => team.Id))
            .Where(id => organisations.MayRun(staff, id)).Select(id => new Choice(id, NameOf(id)))];

    /// <summary>Of these, the ids.</summary>
    public IReadOnlyList<string> RunIds(Profile staff) => [.. Run(staff).Select(unit => unit.Value)];

    /// <summary>Every organisation and every team at work, those of the catalogue in front.</summary>
    public IReadOnlyList<Choice> Units() =>
        [.. catalogue.Reference.Organisations.Select(organisation => organisation.Id)
            .Concat(teams.All.Where(team => team.IsOpen).OrderBy(team => team.Level).ThenBy(team => team.Name, StringComparer.Ordinal).Select(team => team.Id))
            .Select(id => new Choice(id, NameOf(id)))];

    /// <summary>Where the reader may put a team: what they run and stands above this level.</summary>
    public IReadOnlyList<Choice> Parents(Profile staff, TeamLevel below) =>
        [.. catalogue.Reference.Organisations.Select(organisation => organisation.Id)
            .Concat(teams.All.Where(team => team.IsOpen && team.Level < below).OrderBy(team => team.Level).Select(team => team.Id))
            .Where(id => organisations.MayRun(staff, id)).Select(id => new Choice(id, NameOf(id)))];

    /// <summary>An organisation's or a team's name; its id when it is gone.</summary>
    public string NameOf(string id) => names.Organisation(id) ?? id;
}
