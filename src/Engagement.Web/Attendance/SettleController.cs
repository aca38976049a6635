using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Teams;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Attendance;

/// <summary>The organiser puts attendance right and settles it; a reviewer decides what came late from offline lists.</summary>
public sealed class SettleController(Calls calls, AttendanceDesk desk, AttendanceReader attendance, Organisations organisations) : ConsoleController(calls, Role.Organiser, Role.HoursReviewer)
{
    private const string Way = "/console/activities/{id}/attendance", Field = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The list.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Show(string id) => await Page(id) is { } page ? View("/Attendance/Settle.cshtml", page) : Missing();

    /// <summary>How far a settlement is, for the page that keeps itself current.</summary>
    [HttpGet(Way + "/progress")]
    public async Task<IActionResult> Progress(string id) => await Page(id) is { } page ? PartialView("/Attendance/_Progress.cshtml", page) : Missing();

    /// <summary>Says when somebody left who did not check out.</summary>
    [HttpPost(Way + "/fix")]
    public async Task<IActionResult> Fix(string id, string? command, FixForm form)
    {
        var at = DateTime.TryParseExact(form.At, Field, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, ShanghaiDay.Offset).ToUnixTimeMilliseconds() : 0;
        return await Act(id, command, form.Who, (grain, key, who) => grain.Fix(key, Me, new(who, form.Shift, at, form.Reason?.Trim() ?? "")));
    }

    /// <summary>Confirms or strikes what came late from an offline list.</summary>
    [HttpPost(Way + "/confirm")]
    public Task<IActionResult> Confirm(string id, string? command, ConfirmForm form) =>
        Act(id, command, form.Who, (grain, key, who) => grain.Confirm(key, Me, who, form.Shift, form.Confirm));

    /// <summary>Names a leader, or takes that back.</summary>
    [HttpPost(Way + "/leaders")]
    public Task<IActionResult> Appoint(string id, string? command, LeaderForm form) =>
        Act(id, command, form.Who, (grain, key, who) => grain.Appoint(key, Me, who, form.Leads));

    /// <summary>Settles: nothing changes any more, and hours are on their way.</summary>
    [HttpPost(Way + "/settle")]
    public async Task<IActionResult> Settle(string id, string? command) => !ActivityId.TryParse(id, out var activity) ? Missing()
        : !Reads(command, out var key) ? Panel(Outcome.Invalid, way: $"/console/activities/{id}/attendance")
        : Decided(await Calls.Activity(activity, grain => grain.Settle(key, Me)), $"/console/activities/{id}/attendance");

    private async Task<IActionResult> Act(string id, string? command, string? handle, Func<IActivityGrain, CommandId, ParticipantId, Task<Receipt>> act)
    {
        var way = $"/console/activities/{id}/attendance";
        if (!ActivityId.TryParse(id, out var activity) || await Calls.Activity(activity, grain => grain.Sheet(Me)) is not { Exists: true } sheet
            || !desk.Handles(activity, sheet).TryGetValue(handle ?? "", out var who))
        {
            return Missing();
        }

        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: way);
        }

        var receipt = await Calls.Activity(activity, grain => act(grain, key, who));
        return receipt is { Outcome: Outcome.Invalid, Field: { } field } && await Page(id) is { } page
            ? Correct("/Attendance/Settle.cshtml", page with { Fault = "Attendance.Fault" + field }, Outcome.Invalid)
            : Decided(receipt, way);
    }

    private async Task<SettlePage?> Page(string id)
    {
        if (!ActivityId.TryParse(id, out var activity) || await Calls.Activity(activity, grain => grain.Sheet(Me)) is not { Exists: true } sheet)
        {
            return null;
        }

        var shifts = sheet.Shifts!.ToDictionary(shift => shift.Number);
        var name = await desk.Names(activity, sheet.Rows!.Select(row => row.Volunteer));
        return new(id, sheet,
            [.. sheet.Rows!.OrderBy(row => row.Waiting ? 0 : row.IsOpen ? 1 : 2).Select(row => new SettleRow(
                desk.Handle(activity, row.Volunteer), name(row.Volunteer), shifts[row.Shift], row, sheet.Leaders!.Contains(row.Volunteer)))],
            sheet.SettledAt > 0 ? await attendance.Waiting(activity, sheet.Rows!.Where(row => row.Minutes > 0)) : 0)
        {
            Organises = organisations.MayRun(Staff, sheet.Organisation), Reviews = Staff.May(Role.HoursReviewer, sheet.District ?? ""),
        };
    }
}
