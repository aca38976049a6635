using Engagement.Contracts;
using Engagement.Grains.Stations;
using Engagement.Grains.Storage;
using Engagement.Web.Boards;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Stations;

/// <summary>Opens stations and brings them roses; keepers find theirs here.</summary>
public sealed class StationsConsoleController(Calls calls, StationReader stations, StationBook book, Names names, CellKeys keys) : ConsoleController(calls, Role.StationKeeper)
{
    private const string Way = "/console/stations";

    /// <summary>All stations, or those that the keeper looks after.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index() => View("/Stations/Console.cshtml", await Page(new()));

    /// <summary>Opens a station.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Open(string? command, StationForm form)
    {
        if (!MayOpen || !Reads(command, out var key))
        {
            return Panel(MayOpen ? Outcome.Invalid : Outcome.Forbidden, way: Way);
        }

        var (reason, preset) = form.Letter?.Split(':') is [var first, var second] ? (first, second) : ("", "");
        if (!InputRules.IsName<StationKind>(form.Kind, out var kind))
        {
            return Correct("/Stations/Console.cshtml", await Page(form, "kind"), Outcome.Invalid);
        }

        // A repeated form meets its own station: the id follows from who sent it and from its key.
        var id = new StationId(keys.Born(Me.Value, key.Value, 0));
        var receipt = await Calls.Station(id, grain => grain.Open(key, Me, new(form.Name?.Trim() ?? "", kind, form.District ?? "", reason, preset)));
        return receipt.Outcome == Outcome.Invalid
            ? Correct("/Stations/Console.cshtml", await Page(form, receipt.Field), Outcome.Invalid)
            : Decided(receipt, Way);
    }

    /// <summary>Brings roses.</summary>
    [HttpPost(Way + "/{id}/supply")]
    public Task<IActionResult> Supply(string id, string? command, int? roses, string? reason) => Act(id, command, reason, (grain, key, why) => grain.Supply(key, Me, roses ?? 0, why));

    /// <summary>Closes it for now, or opens it again.</summary>
    [HttpPost(Way + "/{id}/switch")]
    public Task<IActionResult> Switch(string id, string? command, bool open, string? reason) => Act(id, command, reason, (grain, key, why) => grain.Switch(key, Me, open, why));

    private bool MayOpen => Staff.May(Role.Operator);

    private async Task<IActionResult> Act(string id, string? command, string? reason, Func<IStationGrain, CommandId, string, Task<Receipt>> act)
    {
        if (!MayOpen)
        {
            return Panel(Outcome.Forbidden);
        }

        var why = reason?.Trim() ?? "";
        return !StationId.TryParse(id, out var station) ? Missing()
            : !Reads(command, out var key) || !InputRules.IsReason(why) ? Panel(Outcome.Invalid, way: Way)
            : Decided(await Calls.Station(station, grain => act(grain, key, why)), Way);
    }

    private async Task<StationsConsolePage> Page(StationForm form, string? fault = null)
    {
        var mine = Scopes(Role.StationKeeper);
        var all = await stations.All();
        return new([.. all.Where(station => mine is null || mine.Contains(station.Id.ToString())).Reverse().Select(station => new StationConsoleRow(
            station.Id.ToString(), station.Place.Name, station.Place.Kind, names.District(station.Place.District), !station.Closed, station.IsManned, station.Stock, station.HandedOut))],
            MayOpen, book.Presets(), book.Districts(), form, fault);
    }
}
