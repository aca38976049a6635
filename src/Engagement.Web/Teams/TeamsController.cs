using Engagement.Contracts;
using Engagement.Grains.Teams;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Engagement.Web.Volunteers;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Teams;

/// <summary>Find a team, see it, ask to join it by page or code, leave it (VH-13).</summary>
public sealed class TeamsController(Calls calls, TeamBook book, VolunteerBook volunteers, TeamDirectory teams) : PageController
{
    private const string Way = "/teams", List = "/Teams/Index.cshtml";

    /// <summary>Teams at work.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index(string? district) => View(List, await Page(district));

    /// <summary>The team that a code belongs to.</summary>
    [HttpGet(Way + "/join")]
    public async Task<IActionResult> ByCode(string? code)
    {
        if (teams.ByCode(code) is null)
        {
            await teams.Refresh(); // made a moment ago elsewhere, perhaps
        }

        return teams.ByCode(code) is { } team ? SeeOther($"{Way}/{team.Id}") : Correct(List, await Page(null) with { WrongCode = code ?? "" }, Outcome.NotFound);
    }

    /// <summary>A team.</summary>
    [HttpGet(Way + "/{team}")]
    public async Task<IActionResult> Show(string team) => await book.Line(team) is { } line
        ? View("/Teams/Team.cshtml", new TeamPage(line, Me.IsNone ? null : (await calls.Volunteer(Me, me => me.Self())).Teams.FirstOrDefault(place => place.Team == team)))
        : Missing();

    /// <summary>Asks to join.</summary>
    [HttpPost(Way + "/{team}/join"), Person]
    public Task<IActionResult> Join(string team, string? command) => Run(team, command, (me, key) => me.AskTeam(key, team));

    /// <summary>Leaves, or takes the request back.</summary>
    [HttpPost(Way + "/{team}/leave"), Person]
    public Task<IActionResult> Leave(string team, string? command) => Run(team, command, (me, key) => me.LeaveTeam(key, team));

    private async Task<IActionResult> Run(string team, string? command, Func<IVolunteerGrain, CommandId, Task<Receipt>> act)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await calls.Volunteer(Me, me => act(me, key));
        return receipt.Outcome == Outcome.Done ? SeeOther($"{Way}/{Uri.EscapeDataString(team)}") : Panel(receipt.Outcome);
    }

    private async Task<TeamsPage> Page(string? district) => new(await book.Open(string.IsNullOrEmpty(district) ? null : district), volunteers.Districts, district);
}
