using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Web.Photos;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Acts;

/// <summary>A courier's own acts: what became of them, and what only the courier may do. To anybody else there is no such act.</summary>
[Person]
public sealed class MyActsController(Calls calls, ActReader acts, ActShelf shelf, ActDesk desk) : PageController
{
    private const string Way = "/courier/acts";

    /// <summary>All of them, newest first.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index(int skip = 0)
    {
        skip = Math.Clamp(skip, 0, 1_000_000);
        return View("/Acts/List.cshtml", new MyActsPage(await shelf.Rows(Me, skip, MyActsPage.Each), await acts.Count(Me), skip));
    }

    /// <summary>One of them.</summary>
    [HttpGet(Way + "/{id}")]
    public async Task<IActionResult> Show(string id, bool fresh = false) =>
        await Mine(id) is { } act ? View("/Acts/Show.cshtml", (await shelf.Page(act)) with { IsNew = fresh }) : Missing();

    /// <summary>Adds a photo, a place or a line; answers a reviewer's question.</summary>
    [HttpPost(Way + "/{id}/supply"), RequestSizeLimit(PhotoLimits.Request)]
    public async Task<IActionResult> Supply(string id, string? command, ActForm form, CancellationToken cancel)
    {
        if (!Reads(command, out var key) || await Mine(id) is not { } act)
        {
            return Missing();
        }

        var filled = await desk.Take(form, Me, cancel);
        if (filled.Details is not { } details)
        {
            return await Again(act, filled.PhotoFault!);
        }

        var receipt = await calls.Act(act.Id, grain => grain.Supply(key, Me, details));
        return receipt.Outcome == Outcome.Invalid
            ? await Again(act, receipt.Field switch { "note" => "Acts.NoteFault", "details" => "Acts.NothingFault", _ => "State.Invalid.Text" })
            : Next(receipt, id);
    }

    /// <summary>Takes it back.</summary>
    [HttpPost(Way + "/{id}/withdraw")]
    public Task<IActionResult> Withdraw(string id, string? command) => Act(id, command, (grain, key) => grain.Withdraw(key, Me));

    /// <summary>Hides it from, or shows it in, lists with the courier's name.</summary>
    [HttpPost(Way + "/{id}/hide")]
    public Task<IActionResult> Hide(string id, string? command, string? hidden) => Act(id, command, (grain, key) => grain.Hide(key, Me, hidden == "1"));

    /// <summary>Asks another reviewer.</summary>
    [HttpPost(Way + "/{id}/appeal")]
    public async Task<IActionResult> Appeal(string id, string? command, string? note)
    {
        if (!Reads(command, out var key) || await Mine(id) is not { } act)
        {
            return Missing();
        }

        var receipt = await calls.Act(act.Id, grain => grain.Appeal(key, Me, string.IsNullOrWhiteSpace(note) ? null : note.Trim()));
        return receipt.Outcome == Outcome.Invalid ? await Again(act, "Acts.NoteFault") : Next(receipt, id);
    }

    /// <summary>A rose attests it.</summary>
    [HttpPost(Way + "/{id}/rose")]
    public Task<IActionResult> Rose(string id, string? command, string? rose) =>
        RoseId.TryParse(rose, out var held) ? Act(id, command, (grain, key) => grain.ConfirmByRose(key, Me, held)) : Task.FromResult<IActionResult>(Missing());

    private async Task<IActionResult> Act(string id, string? command, Func<ICivicActGrain, CommandId, Task<Receipt>> act) =>
        Reads(command, out var key) && CivicActId.TryParse(id, out var found) ? Next(await calls.Act(found, grain => act(grain, key)), id) : Missing();

    private IActionResult Next(Receipt receipt, string id) => receipt.Outcome == Outcome.Done ? SeeOther($"{Way}/{id}") : Panel(receipt.Outcome, way: $"{Way}/{id}");

    private async Task<IActionResult> Again(CivicActState act, string fault)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("/Acts/Show.cshtml", (await shelf.Page(act)) with { Fault = fault });
    }

    private async Task<CivicActState?> Mine(string id) => CivicActId.TryParse(id, out var act) && await acts.Read(act) is { } found && found.Courier == Me ? found : null;
}
