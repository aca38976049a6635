using Engagement.Contracts;
using Engagement.Grains.Needs;
using Engagement.Grains.Teams;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Engagement.Web.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Needs;

/// <summary>Orders in the console: the centre looks at them and asks organisations, which answer.</summary>
public sealed class NeedsConsoleController(Calls calls, NeedReader needs, NeedBook book, TeamBook teams, Organisations organisations)
    : ConsoleController(calls, Role.Organiser, Role.HoursReviewer)
{
    private const string Way = "/console/needs", One = "/Needs/Desk.cshtml";

    /// <summary>What waits.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index() => View("/Needs/Console.cshtml", await book.Desk(Scopes(Role.HoursReviewer), teams.RunIds(Staff)));

    /// <summary>One order.</summary>
    [HttpGet(Way + "/{id}")]
    public async Task<IActionResult> Show(string id) => await Found(id) is { } need ? View(One, await Page(need)) : Missing();

    /// <summary>Takes it on, or can't.</summary>
    [HttpPost(Way + "/{id}/decide")]
    public Task<IActionResult> Decide(string id, string? command, bool take, string? reason) => Act(id, command, (grain, key) => grain.Decide(key, Me, take, reason?.Trim()));

    /// <summary>Asks an organisation.</summary>
    [HttpPost(Way + "/{id}/dispatch")]
    public Task<IActionResult> Ask(string id, string? command, string? organisation) => Act(id, command, (grain, key) => grain.Dispatch(key, Me, organisation ?? ""));

    /// <summary>Answers for the organisation.</summary>
    [HttpPost(Way + "/{id}/answer")]
    public Task<IActionResult> Answer(string id, string? command, bool accept) => Act(id, command, (grain, key) => grain.Answer(key, Me, accept));

    /// <summary>It was served.</summary>
    [HttpPost(Way + "/{id}/serve")]
    public Task<IActionResult> Serve(string id, string? command) => Act(id, command, (grain, key) => grain.Serve(key, Me));

    private async Task<IActionResult> Act(string id, string? command, Func<INeedGrain, CommandId, Task<Receipt>> act)
    {
        if (await Found(id) is not { } need || !Reads(command, out var key))
        {
            return Missing();
        }

        var receipt = await Calls.Need(need.Id, grain => act(grain, key));
        return receipt.Outcome == Outcome.Invalid
            ? Correct(One, await Page(need) with { Fault = "Activities.Fault.reason" }, Outcome.Invalid)
            : Decided(receipt, Way);
    }

    // The organisation reads how to reach the requester once it took the order; the centre may at once.
    private async Task<NeedPage> Page(NeedState need)
    {
        var (centre, unit) = (Centre(need), Unit(need));
        return await book.Page(need, own: false, contact: centre || unit && need.Stage is NeedStage.Accepted or NeedStage.Served) with
        {
            MayDecide = centre && need.Requester != Me, MayAnswer = unit, Units = centre ? book.Units() : [],
        };
    }

    private bool Centre(NeedState need) => Staff.May(Role.HoursReviewer, need.District);

    private bool Unit(NeedState need) => need.Organisation.Length > 0 && organisations.MayRun(Staff, need.Organisation);

    // To who neither is the centre nor asked there is no such order.
    private async Task<NeedState?> Found(string id) => NeedId.TryParse(id, out var need) && await needs.Read(need) is { } found && (Centre(found) || Unit(found)) ? found : null;
}
