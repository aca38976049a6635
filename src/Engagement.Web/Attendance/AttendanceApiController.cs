using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Attendance;

/// <summary>Check-in and check-out for the mini-program, and how leaders' offline lists send themselves.</summary>
[Route("/api/v1/activities/{activityId}"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class AttendanceApiController(Calls calls, AttendanceDesk desk) : ApiController
{
    /// <summary>
    /// Checks in or out with the code that stands on the board now. No command id: person, shift and side are the key, and a repeat answers
    /// with the first instant. The server's clock decides.
    /// </summary>
    [HttpPost("attendance")]
    public async Task<IActionResult> Attend(string activityId, AttendRequest request)
    {
        if (!InputRules.IsName<AttendanceSide>(request.Side, out var side))
        {
            return Refuse(Outcome.Invalid, "side", "must be In or Out");
        }

        if (!ActivityId.TryParse(activityId, out var activity))
        {
            return Refuse(Outcome.NotFound);
        }

        var receipt = await calls.Activity(activity, grain => grain.Attend(Me, new(request.Shift, side, request.Code ?? "", WalkIn: request.WalkIn)));
        return receipt.Outcome == Outcome.Done ? Ok(Answer(receipt)) : Refuse(receipt.Outcome, "attendance", receipt.Word.ToString());
    }

    /// <summary>Where the person is in every shift that they signed up for.</summary>
    [HttpGet("attendance")]
    public async Task<IActionResult> Mine(string activityId) =>
        ActivityId.TryParse(activityId, out var activity) && await calls.Activity(activity, grain => grain.Presence(Me)) is { Exists: true } sheet
            ? Ok(sheet.Rows!.Select(row => new PresenceAnswer(row.Shift, row.In, row.Out, row.InBy.ToString(), row.OutBy.ToString(), row.WalkIn, row.Minutes)))
            : Refuse(Outcome.NotFound);

    /// <summary>The code for a leader's board, and how many have come.</summary>
    [HttpGet("board")]
    public async Task<IActionResult> Board(string activityId, int shift, string? side) =>
        ActivityId.TryParse(activityId, out var activity) && InputRules.IsName<AttendanceSide>(side, out var way)
            && await calls.Activity(activity, grain => grain.Board(Me, shift, way)) is { } code
            ? Ok(new BoardAnswer(code.Text, code.Digits, code.Next, code.In, code.Out, code.Expected))
            : Refuse(Outcome.NotFound);

    /// <summary>Takes in what a leader ticked off without network. Every entry has its answer; sent twice it is the same once.</summary>
    [HttpPost("attendance/offline")]
    public async Task<IActionResult> Sync(string activityId, OfflineRequest request)
    {
        if (request.Entries is not { Count: > 0 and <= OfflineList.Most } entries)
        {
            return Refuse(Outcome.Invalid, "entries", $"must have 1 to {OfflineList.Most} entries");
        }

        var sides = entries.Select(entry => InputRules.IsName<AttendanceSide>(entry.Side, out var side) ? side : default).ToArray();
        if (sides.Contains(default))
        {
            return Refuse(Outcome.Invalid, "side", "must be In or Out");
        }

        if (!ActivityId.TryParse(activityId, out var activity) || await calls.Activity(activity, grain => grain.Sheet(Me)) is not { Exists: true } sheet)
        {
            return Refuse(Outcome.NotFound);
        }

        var people = desk.Handles(activity, sheet);
        var receipts = await calls.Activity(activity, grain => grain.Sync(Me, new(request.SentAt,
            [.. entries.Zip(sides, (entry, side) => new OfflineEntry(people.GetValueOrDefault(entry.Who ?? ""), entry.Shift, side, entry.At, entry.Counter))])));
        return receipts.Count == entries.Count
            ? Ok(new SyncAnswer([.. entries.Zip(receipts, (entry, receipt) => new EntryAnswer(entry.Counter, receipt.Outcome == Outcome.Done, receipt.Word.ToString(), desk.Said(receipt)))]))
            : Refuse(Outcome.NotFound);
    }

    private static AttendAnswer Answer(AttendanceReceipt receipt) => new(receipt.Word.ToString(), receipt.Shift, receipt.At);

    /// <summary>A check-in or check-out.</summary>
    public sealed record AttendRequest(int Shift, string? Side, string? Code, bool WalkIn = false);

    /// <summary>What was done, and when, in Unix milliseconds.</summary>
    public sealed record AttendAnswer(string Word, int Shift, long At);

    /// <summary>Where the person is in a shift.</summary>
    public sealed record PresenceAnswer(int Shift, long In, long Out, string InBy, string OutBy, bool WalkIn, int Minutes);

    /// <summary>A board.</summary>
    public sealed record BoardAnswer(string Code, string Digits, DateTimeOffset Next, int In, int Out, int Expected);

    /// <summary>A list.</summary>
    public sealed record OfflineRequest(long SentAt, IReadOnlyList<OfflineTick>? Entries);

    /// <summary>A tick: <paramref name="Who"/> as the list calls the person.</summary>
    public sealed record OfflineTick(string? Who, int Shift, string? Side, long At, int Counter);

    /// <summary>The answers to a list.</summary>
    public sealed record SyncAnswer(IReadOnlyList<EntryAnswer> Answers);

    /// <summary>The answer to a tick.</summary>
    public sealed record EntryAnswer(int Counter, bool Done, string Word, string Text);
}
