using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Attendance;

/// <summary>A leader's phone: the list, ticks, volunteers' codes. Organisers of the organisation lead, too; to anybody else there is no list.</summary>
[Person]
public sealed class LeadController(Calls calls, AttendanceDesk desk, AttendanceCodes codes, LeaderPasses passes, ICampaignClock clock) : PageController
{
    private const int PerPage = 100;

    /// <summary>The list of a shift.</summary>
    /// <param name="id">Activity id.</param>
    /// <param name="shift">Number of the shift; none for the one that is nearest.</param>
    /// <param name="q">Part of a name.</param>
    /// <param name="page">From 1.</param>
    /// <param name="said">What just happened; only a word of the list is shown.</param>
    [HttpGet("/activities/{id}/lead")]
    public async Task<IActionResult> List(string id, int shift, string? q, int page, string? said)
    {
        if (!ActivityId.TryParse(id, out var activity) || await Page(activity, shift, q?.Trim(), Math.Clamp(page, 1, 1_000)) is not { } list)
        {
            return Missing();
        }

        passes.Remember(HttpContext, activity);
        return View("/Attendance/Lead.cshtml", InputRules.IsName<AttendanceWord>(said, out var word) && word != AttendanceWord.NotFound
            ? list with { Said = desk.Said(AttendanceReceipt.Of(word)), Refused = AttendanceReceipt.Of(word).Outcome != Outcome.Done }
            : list);
    }

    /// <summary>A volunteer's code was scanned for this list.</summary>
    [HttpGet("/activities/{id}/lead/scan")]
    public async Task<IActionResult> Scan(string id, string? c)
    {
        if (!ActivityId.TryParse(id, out var activity) || await calls.Activity(activity, grain => grain.Sheet(Me)) is not { Exists: true } sheet)
        {
            return Missing();
        }

        var (outcome, volunteer) = codes.ReadOwn(c, clock.UtcNow);
        if (outcome != Outcome.Done)
        {
            return SeeOther($"/activities/{id}/lead?said=" + (outcome == Outcome.Expired ? AttendanceWord.CodeOver : AttendanceWord.CodeWrong));
        }

        var name = await desk.Names(activity, [volunteer]);
        return View("/Attendance/ScannedVolunteer.cshtml", new ScannedPage(id, sheet.Title, name(volunteer), passes.Seal(activity, Me, volunteer),
            [.. sheet.Shifts!.Select(shift => (shift, sheet.Rows!.FirstOrDefault(row => row.Volunteer == volunteer && row.Shift == shift.Number)))]));
    }

    /// <summary>Checks somebody in or out: scanned with a pass, ticked off without.</summary>
    [HttpPost("/activities/{id}/lead/mark")]
    public async Task<IActionResult> Mark(string id, MarkForm form)
    {
        if (!ActivityId.TryParse(id, out var activity) || !InputRules.IsName<AttendanceSide>(form.Side, out var side))
        {
            return Missing();
        }

        var scanned = !string.IsNullOrEmpty(form.Pass);
        var volunteer = scanned ? passes.Open(activity, Me, form.Pass)
            : await calls.Activity(activity, grain => grain.Sheet(Me)) is { Exists: true } sheet ? desk.Handles(activity, sheet).GetValueOrDefault(form.Who ?? "") : default;
        var receipt = volunteer is not { IsNone: false } who
            ? AttendanceReceipt.Of(scanned ? AttendanceWord.CodeOver : AttendanceWord.NotFound, form.Shift)
            : await calls.Activity(activity, grain => grain.Mark(Me, new(who, form.Shift, side, scanned ? AttendanceMethod.LeaderScan : AttendanceMethod.LeaderManual, form.WalkIn)));
        return receipt.Outcome == Outcome.Done ? SeeOther($"/activities/{id}/lead?shift={form.Shift}&said={receipt.Word}")
            : receipt.Word == AttendanceWord.NotFound || await Page(activity, form.Shift, null, 1) is not { } list ? Missing()
            : Correct("/Attendance/Lead.cshtml", list with { Said = desk.Said(receipt), Refused = true }, receipt.Outcome);
    }

    private async Task<LeadPage?> Page(ActivityId activity, int number, string? query, int page)
    {
        if (await calls.Activity(activity, grain => grain.Sheet(Me)) is not { Exists: true } sheet || sheet.Nearest(number, clock.UtcNow) is not { } shift)
        {
            return null;
        }

        var rows = sheet.Rows!.Where(row => row.Shift == shift.Number).ToArray();
        var name = await desk.Names(activity, rows.Select(row => row.Volunteer));
        var found = rows.Where(row => string.IsNullOrEmpty(query) || name(row.Volunteer).Contains(query, StringComparison.OrdinalIgnoreCase)).Skip((page - 1) * PerPage).ToArray();
        return new(activity.ToString(), sheet.Title, sheet.Shifts!, shift, rows.Count(row => row.In > 0), rows.Length,
            [.. found.Take(PerPage).Select(row => new LeadRow(desk.Handle(activity, row.Volunteer), name(row.Volunteer), row, row.Volunteer == Me))])
        {
            Me = desk.Handle(activity, Me), Settled = sheet.SettledAt > 0 || sheet.Cancelled, Query = query, Page = page, More = found.Length > PerPage,
        };
    }
}
