using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Engagement.Web.Volunteers;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Teams;

/// <summary>Teams in the console: made under an organisation or a team that one runs, moved, linked, dissolved (VH-13).</summary>
[Route(Way)]
public sealed class TeamDeskController(Calls calls, TeamBook book, VolunteerBook volunteers, TeamDirectory teams, Organisations organisations, CellKeys keys)
    : ConsoleController(calls, Role.Organiser)
{
    internal const string Way = "/console/teams";
    private const string Sheet = "/Teams/Tree.cshtml";

    // Ids of a person's roses and acts are born of other numbers.
    private const int BornTeam = 0x7465616d;

    /// <summary>The tree, and the form of a new team.</summary>
    [HttpGet]
    public async Task<IActionResult> Index() => View(Sheet, await Page(new()));

    /// <summary>Makes a team.</summary>
    [HttpPost]
    public async Task<IActionResult> Found(string? command, TeamForm form)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var parent = form.Parent ?? "";
        if (!organisations.MayRun(Staff, parent))
        {
            return organisations.Has(parent) ? Panel(Outcome.Forbidden, way: Way) : Correct(Sheet, await Page(form, "parent"), Outcome.Invalid);
        }

        if (!InputRules.IsName<TeamLevel>(form.Level, out var level))
        {
            return Correct(Sheet, await Page(form, "level"), Outcome.Invalid);
        }

        var id = OpaqueId.Format(keys.Born(Me.Value, key.Value, BornTeam));
        var receipt = await Calls.Team(id, team => team.Found(key, Me, new(form.Name?.Trim() ?? "", Blank(form.English), level, parent, Blank(form.District), RegisterForm.Day(form.Until))));
        if (receipt.Outcome == Outcome.Done)
        {
            await teams.Refresh();
            return SeeOther($"{Way}/{id}");
        }

        return receipt is { Outcome: Outcome.Invalid, Field: { } field } ? Correct(Sheet, await Page(form, field), Outcome.Invalid) : Panel(receipt.Outcome, way: Way);
    }

    /// <summary>Another name, or another last day of a temporary team.</summary>
    [HttpPost("{team}/rename")]
    public Task<IActionResult> Rename(string team, string? command, TeamForm form) =>
        Run(team, command, (one, key) => one.Rename(key, Me, form.Name?.Trim() ?? "", Blank(form.English), RegisterForm.Day(form.Until)));

    /// <summary>Another managing parent: one runs the team and the parent that it goes to.</summary>
    [HttpPost("{team}/move")]
    public Task<IActionResult> Move(string team, string? command, string? parent) => organisations.Has(parent ?? "") && !organisations.MayRun(Staff, parent!)
        ? Task.FromResult<IActionResult>(Panel(Outcome.Forbidden, way: Way))
        : Run(team, command, (one, key) => one.Move(key, Me, parent ?? ""));

    /// <summary>A further parent that may only read; or no longer.</summary>
    [HttpPost("{team}/link")]
    public Task<IActionResult> Link(string team, string? command, string? parent, bool linked) => Run(team, command, (one, key) => one.Link(key, Me, parent ?? "", linked));

    /// <summary>Ends the team.</summary>
    [HttpPost("{team}/dissolve")]
    public Task<IActionResult> Dissolve(string team, string? command, string? reason) => InputRules.IsReason(reason)
        ? Run(team, command, (one, key) => one.Dissolve(key, Me, reason!))
        : Task.FromResult<IActionResult>(Panel(Outcome.Invalid, way: $"{Way}/{Uri.EscapeDataString(team)}"));

    private async Task<IActionResult> Run(string team, string? command, Func<ITeamGrain, CommandId, Task<Receipt>> act)
    {
        if (teams.Find(team) is null)
        {
            return Missing();
        }

        if (!organisations.MayRun(Staff, team))
        {
            return Panel(Outcome.Forbidden, way: Way);
        }

        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await Calls.Team(team, one => act(one, key));
        await teams.Refresh();
        return receipt.Outcome is Outcome.Done or Outcome.Invalid or Outcome.TooMany
            ? SeeOther($"{Way}/{team}{(receipt.Outcome == Outcome.Done ? "" : string.Create(CultureInfo.InvariantCulture, $"?fault={receipt.Field ?? "readers"}"))}")
            : Panel(receipt.Outcome, way: $"{Way}/{team}");
    }

    private async Task<TeamTreePage> Page(TeamForm form, string? fault = null) =>
        new(await book.Tree(Staff), book.Parents(Staff, TeamLevel.Task), volunteers.Districts, form, fault);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
