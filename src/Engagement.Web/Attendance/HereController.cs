using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Attendance;

/// <summary>Checking in and out (VH-05): the code on the board, then one tap; or six digits. No location, no script.</summary>
public sealed class HereController(Calls calls, AttendanceDesk desk, BoardPasses passes) : PageController
{
    /// <summary>A board's code was scanned. It does nothing yet: it only remembers that this browser was there.</summary>
    [HttpGet("/activities/{id}/scan/{shift:int}/{side}")]
    public async Task<IActionResult> Scan(string id, int shift, string side, string? c)
    {
        if (!ActivityId.TryParse(id, out var activity) || !InputRules.IsName<AttendanceSide>(side, out var way))
        {
            return Missing();
        }

        var seen = await calls.Activity(activity, grain => grain.Seen(shift, way, c ?? ""));
        if (seen.Pass is { } pass)
        {
            passes.Keep(HttpContext, pass);
        }

        return SeeOther($"/activities/{id}/here" + (seen.Outcome switch
        {
            Outcome.Done => "",
            Outcome.Expired => "?said=" + AttendanceWord.CodeOver,
            _ => "?said=" + AttendanceWord.CodeWrong,
        }));
    }

    /// <summary>Where the person is, and the next step.</summary>
    /// <param name="id">Activity id.</param>
    /// <param name="said">What just happened; only a word of the list is shown.</param>
    [HttpGet("/activities/{id}/here"), Person]
    public async Task<IActionResult> Here(string id, string? said) => ActivityId.TryParse(id, out var activity) && await Page(activity) is { } page
        ? View("/Attendance/Here.cshtml", InputRules.IsName<AttendanceWord>(said, out var word) && word != AttendanceWord.NotFound ? Told(page, AttendanceReceipt.Of(word)) : page)
        : Missing();

    /// <summary>Checks in or out.</summary>
    [HttpPost("/activities/{id}/here"), Person]
    public async Task<IActionResult> Attend(string id, HereForm form)
    {
        if (!ActivityId.TryParse(id, out var activity) || !InputRules.IsName<AttendanceSide>(form.Side, out var side))
        {
            return Missing();
        }

        var code = form.Code?.Trim();
        var pass = string.IsNullOrEmpty(code) ? passes.Read(HttpContext, activity) : null;
        var receipt = pass is null && string.IsNullOrEmpty(code)
            ? AttendanceReceipt.Of(AttendanceWord.CodeOver, form.Shift)
            : await calls.Activity(activity, grain => grain.Attend(Me, new(form.Shift, side, code, pass, form.WalkIn)));
        return receipt.Outcome == Outcome.Done ? SeeOther($"/activities/{id}/here?said={receipt.Word}")
            : await Page(activity) is { } page ? Correct("/Attendance/Here.cshtml", Told(page, receipt), receipt.Outcome)
            : Missing();
    }

    private HerePage Told(HerePage page, AttendanceReceipt receipt) => page with { Said = desk.Said(receipt), Refused = receipt.Outcome != Outcome.Done };

    private async Task<HerePage?> Page(ActivityId activity)
    {
        if (await calls.Activity(activity, grain => grain.Presence(Me)) is not { Exists: true } sheet)
        {
            return null;
        }

        var mine = sheet.Shifts!.Join(sheet.Rows!, shift => shift.Number, row => row.Shift, (shift, row) => new HereShift(shift, row)).ToArray();
        return new(activity.ToString(), sheet.Title, mine, Offer(activity, sheet, mine)) { Leads = sheet.Leaders!.Count > 0 };
    }

    // What was scanned, as long as it is still to be done.
    private HereOffer? Offer(ActivityId activity, AttendanceSheet sheet, HereShift[] mine)
    {
        if (passes.Read(HttpContext, activity) is not { } pass || sheet.Shifts!.FirstOrDefault(shift => shift.Number == pass.Shift) is not { } shift)
        {
            return null;
        }

        var here = mine.FirstOrDefault(one => one.Shift.Number == pass.Shift);
        return here is null ? pass.Side == AttendanceSide.In ? new(shift, pass.Side, true) : null
            : here.Next == pass.Side ? new(shift, pass.Side, false)
            : null;
    }
}
