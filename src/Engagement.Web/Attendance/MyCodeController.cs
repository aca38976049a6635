using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Attendance;

/// <summary>A volunteer's own code, for leaders to scan; and where it leads.</summary>
[Person]
public sealed class MyCodeController(AttendanceCodes codes, AttendanceDesk desk, PeopleReader people, LeaderPasses passes, ICampaignClock clock) : PageController
{
    /// <summary>The code, full screen.</summary>
    [HttpGet("/me/code")]
    public async Task<IActionResult> Show() => View("/Attendance/MyCode.cshtml", new MyCodePage(Screen(), await people.NameFor(Me)));

    /// <summary>Only the code, for the screen that keeps itself current.</summary>
    [HttpGet("/me/code/now")]
    public IActionResult Now() => PartialView("/Attendance/_MyCode.cshtml", Screen());

    /// <summary>Somebody scanned a volunteer's code: a leader goes on to their list, anybody else reads what it is.</summary>
    [HttpGet("/v")]
    public IActionResult Scanned(string? c) => passes.Leads(HttpContext) is { } activity
        ? SeeOther($"/activities/{activity}/lead/scan?c={Uri.EscapeDataString(c ?? "")}")
        : View("/Attendance/Scanned.cshtml");

    private MyCodeScreen Screen()
    {
        var now = clock.UtcNow;
        var window = codes.WindowOf(now);
        return new(desk.OwnLink(codes.Of(Me, window)), Math.Max(1_000, (long)(codes.Begin(window + 1) - now).TotalMilliseconds));
    }
}
