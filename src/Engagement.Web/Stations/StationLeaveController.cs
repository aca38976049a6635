using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Stations;

/// <summary>A rose in hand is left at a station for the next visitor (OR-08).</summary>
[Person]
public sealed class StationLeaveController(Calls calls, RoseReader roses, StationBook book) : PageController
{
    /// <summary>Where it can be left.</summary>
    [HttpGet("/r/{id}/leave")]
    public async Task<IActionResult> Choose(string id)
    {
        if (!RoseId.TryParse(id, out var rose) || await roses.Read(rose) is not { Status: RoseStatus.Held } state || state.Holder != Me)
        {
            return Missing();
        }

        var near = (await calls.Participant(Me, me => me.Self())).Profile?.Units.District;
        return View("/Stations/Leave.cshtml", new StationLeavePage(id, (int)await roses.People(state), (await book.Open(near)).Rows, state.Paper is not null));
    }

    /// <summary>Leaves it there.</summary>
    [HttpPost("/r/{id}/leave")]
    public async Task<IActionResult> Leave(string id, string? command, string? station)
    {
        if (!RoseId.TryParse(id, out var rose) || !StationId.TryParse(station, out var place))
        {
            return Missing();
        }

        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: $"/r/{id}/leave");
        }

        var receipt = await calls.Rose(rose, grain => grain.Leave(rose, key, Me, place));
        return receipt.Outcome == Outcome.Done ? SeeOther($"/r/{id}") : Panel(receipt.Outcome, way: $"/r/{id}/leave");
    }
}
