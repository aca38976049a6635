using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Attendance;

/// <summary>The board at the place: a leader's phone or tablet shows the code that changes, full screen.</summary>
[Person]
public sealed class BoardController(Calls calls, AttendanceDesk desk, ICampaignClock clock) : PageController
{
    /// <summary>The board of a shift and side; without them of the shift that is nearest, for coming until it is half over.</summary>
    [HttpGet("/activities/{id}/board")]
    public async Task<IActionResult> Show(string id, int shift, string? side)
    {
        if (!ActivityId.TryParse(id, out var activity) || await calls.Activity(activity, grain => grain.Sheet(Me)) is not { Exists: true } sheet
            || sheet.Nearest(shift, clock.UtcNow) is not { } one)
        {
            return Missing();
        }

        var way = InputRules.IsName<AttendanceSide>(side, out var said) ? said
            : clock.UtcNow.ToUnixTimeMilliseconds() < (one.Start + one.End) / 2 ? AttendanceSide.In : AttendanceSide.Out;
        return View("/Attendance/Board.cshtml", new BoardPage(id, sheet.Title, sheet.Shifts!, one, way, await Screen(activity, one.Number, way)));
    }

    /// <summary>Only the code, for the board that keeps itself current.</summary>
    [HttpGet("/activities/{id}/board/code")]
    public async Task<IActionResult> Code(string id, int shift, string? side) =>
        ActivityId.TryParse(id, out var activity) && InputRules.IsName<AttendanceSide>(side, out var way) && await Screen(activity, shift, way) is { } screen
            ? PartialView("/Attendance/_Board.cshtml", screen)
            : NoContent();

    private async Task<BoardScreen?> Screen(ActivityId activity, int shift, AttendanceSide side) =>
        await calls.Activity(activity, grain => grain.Board(Me, shift, side)) is { } code
            ? new(code, desk.BoardLink(activity, shift, side, code.Text), side, Math.Max(1_000, (long)(code.Next - clock.UtcNow).TotalMilliseconds))
            : null;
}
