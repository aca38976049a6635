using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Engagement.Web.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Activities;

/// <summary>Activities in the console: organisers write and run them, reviewers publish them.</summary>
public sealed partial class ActivitiesConsoleController(Calls calls, ActivityReader activities, ActivityDesk desk, CellKeys keys, TeamBook teams, Organisations organisations)
    : ConsoleController(calls, Role.Organiser, Role.HoursReviewer)
{
    private const string Way = "/console/activities", List = "/Activities/Console.cshtml", Desk = "/Activities/Desk.cshtml", Editor = "/Activities/Form.cshtml";

    /// <summary>What waits for a decision, and the organisations' own.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index() => View(List, await desk.Overview(teams.Run(Staff), Scopes(Role.HoursReviewer)));

    /// <summary>An empty form, or one for what somebody asked for and the organisation took.</summary>
    [HttpGet(Way + "/new")]
    public async Task<IActionResult> New(string? organisation, string? need) => organisation is not null && organisations.MayRun(Staff, organisation)
        ? View(Editor, desk.Form(organisation, await desk.For(organisation, need)))
        : Panel(Outcome.Forbidden, way: Way);

    /// <summary>Writes a new draft.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Create(string? command, string? organisation, ActivityForm form)
    {
        var unit = organisation ?? "";
        if (!organisations.MayRun(Staff, unit) || !Reads(command, out var key))
        {
            return Panel(organisations.MayRun(Staff, unit) ? Outcome.Invalid : Outcome.Forbidden, way: Way);
        }

        // A repeated form meets its own activity: the id follows from who sent it and from its key.
        return await Write(new(keys.Born(Me.Value, key.Value, 0)), key, unit, form, null);
    }

    /// <summary>One activity: what people read, who comes, what can be done.</summary>
    [HttpGet(Way + "/{id}")]
    public async Task<IActionResult> Show(string id) => await Found(id) is { } activity ? View(Desk, await Page(activity)) : Missing();

    /// <summary>The form of a draft, or of what is published.</summary>
    [HttpGet(Way + "/{id}/edit")]
    public async Task<IActionResult> Edit(string id) => await Found(id) is { } activity && Organises(activity) ? View(Editor, desk.Form(activity)) : Missing();

    /// <summary>Changes it.</summary>
    [HttpPost(Way + "/{id}")]
    public async Task<IActionResult> Change(string id, string? command, ActivityForm form) =>
        await Found(id) is { } activity && Organises(activity) && Reads(command, out var key) ? await Write(activity.Id, key, activity.Organisation, form, activity) : Missing();

    private async Task<IActionResult> Write(ActivityId id, CommandId key, string organisation, ActivityForm form, ActivityState? activity)
    {
        if (!ModelState.IsValid || form.Read() is not { } draft)
        {
            return Correct(Editor, desk.Form(organisation, form, activity, ["shifts"]), Outcome.Invalid);
        }

        var receipt = await Calls.Activity(id, grain => grain.Write(key, Me, organisation, draft));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"{Way}/{id}"),
            Outcome.Invalid or Outcome.TextRefused => Correct(Editor,
                desk.Form(organisation, form, activity, receipt.Fields) with { Refused = receipt.Outcome == Outcome.TextRefused }, receipt.Outcome),
            _ => Panel(receipt.Outcome, way: Way),
        };
    }

    private Task<ActivityDeskPage> Page(ActivityState activity) =>
        desk.Page(activity, Organises(activity), Staff.May(Role.HoursReviewer, activity.Details.District) && activity.Stage == ActivityStage.Review && !activity.Writers.Contains(Me));

    private bool Organises(ActivityState activity) => organisations.MayRun(Staff, activity.Organisation);

    // To whoever neither organises nor reviews it there is no such activity.
    private async Task<ActivityState?> Found(string id) => ActivityId.TryParse(id, out var activity) && await activities.Read(activity) is { } found
        && (Organises(found) || Staff.May(Role.HoursReviewer, found.Details.District)) ? found : null;
}
