using Engagement.Contracts;
using Engagement.Grains.Stations;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Stations;

/// <summary>Taking a rose at a station (OR-08): the code on the screen, then one tap.</summary>
public sealed class StationDoorController(Calls calls, StationReader stations, StationBook book, StationPasses passes) : PageController
{
    private const int Thanks = 5, Laid = 10;

    /// <summary>The code was scanned, or typed and posted. Neither takes anything: it only remembers that this browser was there.</summary>
    [HttpGet("/stations/{id}/scan"), HttpPost("/stations/{id}/scan")]
    public async Task<IActionResult> Scan(string id, string? c)
    {
        if (!StationId.TryParse(id, out var station))
        {
            return Missing();
        }

        var check = await calls.Station(station, grain => grain.Check(c ?? ""));
        if (check is not { Outcome: Outcome.Done, Pass: { } pass })
        {
            return await Again(station, check.Outcome);
        }

        passes.Keep(HttpContext, pass);
        return SeeOther($"/stations/{id}/take");
    }

    /// <summary>The rose that lies there.</summary>
    [HttpGet("/stations/{id}/take"), Person]
    public async Task<IActionResult> Take(string id)
    {
        if (!StationId.TryParse(id, out var station) || await stations.Read(station) is not { } state)
        {
            return Missing();
        }

        return passes.Read(HttpContext, station) is null
            ? await Again(station, Outcome.Expired)
            : View("/Stations/Take.cshtml", new StationTakePage(id, state.Place.Name, book.Text(state.Place.Preset)) { Lying = await book.Lying(station, Laid) });
    }

    /// <summary>Takes it, or one that somebody left here.</summary>
    [HttpPost("/stations/{id}/take"), Person]
    public async Task<IActionResult> Take(string id, string? command, string? rose)
    {
        RoseId left = default;
        if (!StationId.TryParse(id, out var station) || !Reads(command, out var key) || !string.IsNullOrEmpty(rose) && !RoseId.TryParse(rose, out left))
        {
            return Missing();
        }

        if (passes.Read(HttpContext, station) is not { } pass)
        {
            return await Again(station, Outcome.Expired);
        }

        var receipt = await calls.Station(station, grain => left.IsNone ? grain.HandOut(key, Me, pass) : grain.TakeLeft(key, Me, left, pass));
        if (receipt.Outcome == Outcome.Done)
        {
            return SeeOther($"/r/{receipt.Rose}?opened=true"); // the pass stays until it is over: a retry meets the same rose
        }

        return receipt.Outcome is Outcome.Expired or Outcome.NotFound or Outcome.SwitchedOff or Outcome.AllowanceUsed or Outcome.DailyLimit or Outcome.AlreadyClaimed
            ? await Again(station, receipt.Outcome, receipt.Rose, !left.IsNone)
            : Panel(receipt.Outcome);
    }

    // The station's page with what was wrong and how to go on.
    private async Task<IActionResult> Again(StationId id, Outcome outcome, RoseId rose = default, bool left = false)
    {
        if (await stations.Read(id) is not { } state)
        {
            return Missing();
        }

        var page = (await book.Show(state, Thanks)) with { Fault = (left && outcome == Outcome.DailyLimit ? "Stations.FaultLeft" : "Stations.Fault") + outcome, Rose = rose.IsNone ? null : rose.ToString() };
        return Correct("/Stations/Show.cshtml", page, outcome);
    }
}
