using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Engagement.Web.Stations;

/// <summary>A keeper's desk, on a phone or on the station's screen: the rotating code and the hand-over between shifts.</summary>
public sealed class StationDeskController(Calls calls, PersonLabels labels, StationBook book, ICampaignClock clock) : ConsoleController(calls, Role.StationKeeper)
{
    /// <inheritdoc/>
    public override Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next) =>
        base.OnActionExecutionAsync(context, () => Mine(context, next));

    /// <summary>The desk.</summary>
    [HttpGet("/stations/{id}/desk")]
    public async Task<IActionResult> Desk(string id) => await Page(id) is { } page ? View("/Stations/Desk.cshtml", page) : Missing();

    /// <summary>Only the code, for the screen that keeps itself current.</summary>
    [HttpGet("/stations/{id}/desk/code")]
    public async Task<IActionResult> Code(string id) =>
        StationId.TryParse(id, out var station) && await Screen(station) is { } screen ? PartialView("/Stations/_Screen.cshtml", screen) : NoContent();

    /// <summary>Takes over.</summary>
    [HttpPost("/stations/{id}/desk/begin")]
    public Task<IActionResult> Begin(string id, string? command, int? counted) => Shift(id, command, counted, (grain, key, roses) => grain.BeginShift(key, Me, roses));

    /// <summary>Hands over.</summary>
    [HttpPost("/stations/{id}/desk/end")]
    public Task<IActionResult> End(string id, string? command, int? counted) => Shift(id, command, counted, (grain, key, roses) => grain.EndShift(key, Me, roses));

    // A keeper of one station has no business at another's desk.
    private async Task<ActionExecutedContext> Mine(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (Staff.May(Role.StationKeeper, context.RouteData.Values["id"] as string ?? ""))
        {
            return await next();
        }

        context.Result = Panel(Outcome.Forbidden);
        return new(context, context.Filters, this) { Result = context.Result };
    }

    private async Task<IActionResult> Shift(string id, string? command, int? counted, Func<IStationGrain, CommandId, int, Task<Receipt>> act)
    {
        if (!StationId.TryParse(id, out var station) || !Reads(command, out var key))
        {
            return Missing();
        }

        var receipt = counted is { } roses ? await Calls.Station(station, grain => act(grain, key, roses)) : new(Outcome.Invalid, "counted");
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"/stations/{id}/desk"),
            Outcome.Invalid when await Page(id) is { } page => Correct("/Stations/Desk.cshtml", page with { Faulty = true }, Outcome.Invalid),
            _ => Panel(receipt.Outcome, way: $"/stations/{id}/desk"),
        };
    }

    private async Task<StationDeskPage?> Page(string id)
    {
        if (!StationId.TryParse(id, out var station) || await Calls.Station(station, grain => grain.Show()) is not { Exists: true } view)
        {
            return null;
        }

        var shifts = view.Shifts ?? [];
        var name = await labels.For(shifts.Select(shift => shift.Keeper).Append(view.Keeper));
        return new(id, view, await Screen(station), view.Keeper.IsNone ? null : name(view.Keeper), [.. shifts.Select(shift => new StationShiftRow(
            name(shift.Keeper), At(shift.Began), shift.Ended == 0 ? null : At(shift.Ended), shift.CountedIn, shift.CountedOut, shift.HandedOut, shift.Relieved))]);
    }

    private async Task<StationScreen?> Screen(StationId station) => await Calls.Station(station, grain => grain.Code(Me)) is { } code
        ? new(code, $"{book.Address(station)}/scan?c={code.Text}", Math.Max(1_000, (long)(code.Next - clock.UtcNow).TotalMilliseconds))
        : null;

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
