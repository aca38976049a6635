using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Roses;

/// <summary>Giving, taking and passing on roses.</summary>
[Route("/api/v1/roses"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class RosesApiController(Calls calls, Links links) : ApiController
{
    /// <summary>Gives a rose, to whoever opens its link or to one person.</summary>
    [HttpPost, GrainChecksAccount]
    public async Task<IActionResult> Send(SendRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        ParticipantId to = default;
        if (request.To is not null && !ParticipantId.TryParse(request.To, out to))
        {
            return Refuse(Outcome.Invalid, "to", "is no participant id");
        }

        var receipt = await calls.Participant(Me, me => me.Send(command, new(request.Words, to, request.Anonymous)));
        return receipt.Outcome != Outcome.Done
            ? Refuse(receipt.Outcome, receipt.Field)
            : Created($"/api/v1/roses/{receipt.Rose}", new SentAnswer(receipt.Rose.ToString(), receipt.Secret,
                links.Rose(receipt.Rose, receipt.Secret), receipt.ExpiresAt, receipt.Remaining, receipt.Held));
    }

    /// <summary>Takes a rose. Of any number of claimers exactly one wins.</summary>
    [HttpPost("{roseId}/claim"), GrainChecksAccount]
    public async Task<IActionResult> Claim(string roseId, ClaimRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (!RoseId.TryParse(roseId, out var rose))
        {
            return Refuse(Outcome.NotFound);
        }

        var receipt = await calls.Rose(rose, grain => grain.Claim(rose, command, new(Me, request.Secret)));
        return receipt.Outcome == Outcome.Done ? Ok(new ClaimAnswer("Claimed", receipt.Hop, receipt.Counted)) : Refuse(receipt.Outcome);
    }

    /// <summary>Offers a held rose to the next person.</summary>
    [HttpPost("{roseId}/offer")]
    public async Task<IActionResult> Offer(string roseId, SendRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        ParticipantId to = default;
        if (request.To is not null && !ParticipantId.TryParse(request.To, out to))
        {
            return Refuse(Outcome.Invalid, "to", "is no participant id");
        }

        if (!RoseId.TryParse(roseId, out var rose))
        {
            return Refuse(Outcome.NotFound);
        }

        var receipt = await calls.Rose(rose, grain => grain.Offer(rose, command, Me, request.Words, to));
        return receipt.Outcome == Outcome.Done
            ? Ok(new OfferAnswer(receipt.Secret, links.Rose(rose, receipt.Secret), receipt.ExpiresAt, receipt.Held))
            : Refuse(receipt.Outcome, receipt.Field);
    }

    /// <summary>Takes an unclaimed offer back.</summary>
    [HttpPost("{roseId}/withdraw")]
    public Task<IActionResult> Withdraw(string roseId, CommandRequest request) => Act(roseId, request.CommandId, (grain, rose, command) => grain.Withdraw(rose, command, Me));

    /// <summary>Thanks the giver with a phrase of the catalogue.</summary>
    [HttpPost("{roseId}/thanks")]
    public Task<IActionResult> Thank(string roseId, ThanksRequest request) =>
        Act(roseId, request.CommandId, (grain, rose, command) => grain.Thank(rose, command, Me, request.Phrase ?? ""));

    /// <summary>Reports a rose to the moderators.</summary>
    [HttpPost("{roseId}/report")]
    public Task<IActionResult> Report(string roseId, ReportRequest request) => InputRules.IsReason(request.Reason)
        ? Act(roseId, request.CommandId, (grain, rose, command) => grain.Report(rose, command, Me, request.Reason!))
        : Task.FromResult<IActionResult>(NoReason());

    private async Task<IActionResult> Act(string roseId, string? commandId, Func<IRoseGrain, RoseId, CommandId, Task<Receipt>> act) =>
        !Reads(commandId, out var command, out var refusal) ? refusal
        : !RoseId.TryParse(roseId, out var rose) ? Refuse(Outcome.NotFound)
        : Answer(await calls.Rose(rose, grain => act(grain, rose, command)));
}
