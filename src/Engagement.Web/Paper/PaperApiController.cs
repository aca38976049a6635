using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Roses;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Paper;

/// <summary>Roses of paper for programs: the mini-program, and a phone that sends what it scanned without network.</summary>
[Route("/api/v1")]
public sealed class PaperApiController(Calls calls, PaperCodes codes, PaperScene scene) : ApiController
{
    /// <summary>What a code is to whoever asks. Writes nothing.</summary>
    [HttpGet("paper/{code}"), EnableRateLimiting(RateLimits.Entry)]
    public async Task<IActionResult> Show(string code) => await scene.Of(code, Me) is { } page
        ? Ok(new PaperAnswer(page.Stage.ToString(), page.Rose, page.People, page.Passes, page.Until, page.Seed))
        : Refuse(Outcome.NotFound);

    /// <summary>Takes it. <c>scannedAt</c> and <c>counter</c> say when the phone had no network; both times are kept.</summary>
    [HttpPost("paper/{code}/take"), SignedIn, GrainChecksAccount, EnableRateLimiting(RateLimits.Commands)]
    public async Task<IActionResult> Take(string code, TakeRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (request.ScannedAt is { } at && (at.ToUnixTimeMilliseconds() <= 0 || request.Counter is not > 0))
        {
            return Refuse(Outcome.Invalid, request.Counter is > 0 ? "scannedAt" : "counter", "is missing or out of range");
        }

        if (!codes.TryRead(code, out var paper))
        {
            return Refuse(Outcome.NotFound);
        }

        var scan = new PaperScan(Me, request.ScannedAt?.ToUnixTimeMilliseconds() ?? 0, request.ScannedAt is null ? 0 : request.Counter!.Value);
        var receipt = await calls.Batch(paper.Batch, batch => batch.Scan(command, paper.Serial, scan));
        return receipt.Outcome == Outcome.Done
            ? Ok(new TakenAnswer(receipt.Rose.ToString(), receipt.Hop, receipt.Waits))
            : Refuse(receipt.Outcome, receipt.Outcome == Outcome.Invalid ? "scannedAt" : null, receipt.Outcome == Outcome.Invalid ? "is in the future" : null);
    }

    /// <summary>The holder hands it over.</summary>
    [HttpPost("roses/{roseId}/hand"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
    public async Task<IActionResult> HandOver(string roseId, PaperCommand request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (!RoseId.TryParse(roseId, out var rose))
        {
            return Refuse(Outcome.NotFound);
        }

        var receipt = await calls.Rose(rose, grain => grain.HandOver(rose, command, Me));
        return receipt.Outcome == Outcome.Done ? Ok(new WindowAnswer(receipt.Until)) : Refuse(receipt.Outcome);
    }

    /// <summary>The holder keeps it after all.</summary>
    [HttpPost("roses/{roseId}/keep"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
    public async Task<IActionResult> Keep(string roseId, PaperCommand request) =>
        !Reads(request.CommandId, out var command, out var refusal) ? refusal
        : !RoseId.TryParse(roseId, out var rose) ? Refuse(Outcome.NotFound)
        : Answer(await calls.Rose(rose, grain => grain.Keep(rose, command, Me)));

    /// <summary>A code on the wire.</summary>
    public sealed record PaperAnswer(string Stage, string? Rose, int People, int Passes, DateTimeOffset? Until, string? Seed);

    /// <summary>A taken rose on the wire: its hop, 0 for the first hand; <c>waits</c> for an operator.</summary>
    public sealed record TakenAnswer(string Rose, int Hop, bool Waits);

    /// <summary>An open window on the wire.</summary>
    public sealed record WindowAnswer(DateTimeOffset Until);

    /// <summary>A command without fields.</summary>
    public sealed record PaperCommand(string? CommandId);

    /// <summary>A scan.</summary>
    public sealed record TakeRequest(string? CommandId, DateTimeOffset? ScannedAt = null, long? Counter = null);
}
