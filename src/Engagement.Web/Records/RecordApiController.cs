using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Records;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Records;

/// <summary>The signed-in person's civic-behaviour record. Nothing can be added to it here or anywhere: it shows what their acts became.</summary>
[Route("/api/v1/me/record"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class RecordApiController(Calls calls, RecordReader records, RecordBook book, Links links, ICampaignClock clock) : ApiController
{
    /// <summary>The record, hidden entries too.</summary>
    [HttpGet]
    public async Task<IActionResult> Show()
    {
        var record = await records.Read(Me);
        var now = clock.UtcNow.ToUnixTimeMilliseconds();
        return Ok(new RecordAnswer(record.ConsentAt > 0,
            [.. book.Lines(await records.Own(record)).Select(line => new EntryAnswer(line.Act.ToString(), line.What, line.At, line.Place, line.Level.ToString(), line.Hidden))],
            [.. (record.Shares ?? []).Where(share => share.Until > now).Select(share => new ShareAnswer(share.Number, DateTimeOffset.FromUnixTimeMilliseconds(share.Until)))],
            [.. (record.Requests ?? []).Select(request => new RequestAnswer(request.Number, request.Act.ToString(), request.Fault.ToString(), request.State.ToString(),
                request.Answer.Length == 0 ? null : request.Answer))]));
    }

    /// <summary>Agrees to the record, or takes that back.</summary>
    [HttpPost("consent")]
    public async Task<IActionResult> Consent(ConsentRequest request) => !Reads(request.CommandId, out var command, out var refusal) ? refusal
        : request.Agree is not { } agree ? Refuse(Outcome.Invalid, "agree", "is required")
        : Answer(await calls.Record(Me, record => record.Consent(command, agree)));

    /// <summary>Hides an own act, or shows it again.</summary>
    [HttpPost("entries/{act}/hidden")]
    public async Task<IActionResult> Hide(string act, HideRequest request) => !Reads(request.CommandId, out var command, out var refusal) ? refusal
        : request.Hidden is not { } hidden ? Refuse(Outcome.Invalid, "hidden", "is required")
        : !CivicActId.TryParse(act, out var id) ? Refuse(Outcome.NotFound)
        : Answer(await calls.Act(id, grain => grain.Hide(command, Me, hidden)));

    /// <summary>Takes an own act out for good.</summary>
    [HttpDelete("entries/{act}")]
    public async Task<IActionResult> Remove(string act, string? commandId) => !Reads(commandId, out var command, out var refusal) ? refusal
        : !CivicActId.TryParse(act, out var id) ? Refuse(Outcome.NotFound)
        : Answer(await calls.Record(Me, record => record.Remove(command, id)));

    /// <summary>Asks for a correction.</summary>
    [HttpPost("entries/{act}/corrections")]
    public async Task<IActionResult> Ask(string act, CorrectionRequest request) => !Reads(request.CommandId, out var command, out var refusal) ? refusal
        : !InputRules.IsName<RecordFault>(request.Fault, out var fault) ? Refuse(Outcome.Invalid, "fault", "must be Kind, Day, Place or Person")
        : !CivicActId.TryParse(act, out var id) ? Refuse(Outcome.NotFound)
        : Answer(await calls.Record(Me, record => record.Ask(command, new(id, fault, request.Note))));

    /// <summary>Makes a link that shows the record for so many hours.</summary>
    [HttpPost("shares")]
    public async Task<IActionResult> Share(ShareRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        var shared = await calls.Record(Me, record => record.Share(command, request.Hours));
        return shared.Outcome == Outcome.Done
            ? Ok(new { link = $"{links.Address}/record/{OpaqueId.Format(shared.Share)}?k={shared.Secret}", until = shared.Until })
            : Refuse(shared.Outcome, shared.Outcome == Outcome.Invalid ? "hours" : null, "must be from 1 to 720");
    }

    /// <summary>Ends a link before its time.</summary>
    [HttpDelete("shares/{number:int}")]
    public async Task<IActionResult> EndShare(int number, string? commandId) => !Reads(commandId, out var command, out var refusal) ? refusal
        : Answer(await calls.Record(Me, record => record.EndShare(command, number)));

    /// <summary>The record.</summary>
    public sealed record RecordAnswer(bool Consented, IReadOnlyList<EntryAnswer> Entries, IReadOnlyList<ShareAnswer> Shares, IReadOnlyList<RequestAnswer> Corrections);

    /// <summary>An entry.</summary>
    public sealed record EntryAnswer(string Act, string What, DateTimeOffset At, string? District, string Level, bool Hidden);

    /// <summary>An open link; its address is told only once.</summary>
    public sealed record ShareAnswer(int Number, DateTimeOffset Until);

    /// <summary>A request for correction.</summary>
    public sealed record RequestAnswer(int Number, string Act, string Fault, string State, string? Answer);

    /// <summary>Consent.</summary>
    public sealed record ConsentRequest(string? CommandId, bool? Agree);

    /// <summary>Hidden or not.</summary>
    public sealed record HideRequest(string? CommandId, bool? Hidden);

    /// <summary>A request for correction; the note is for operators only.</summary>
    public sealed record CorrectionRequest(string? CommandId, string? Fault, string? Note);

    /// <summary>A link: 1 to 720 hours.</summary>
    public sealed record ShareRequest(string? CommandId, int Hours);
}
