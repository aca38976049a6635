using Engagement.Contracts;
using Engagement.Web;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Rig.Serve;

/// <summary>The product's routes of giving and taking, in front of a peer: same session, limits, validation, answers.</summary>
[Route("/api/v1/roses"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class RosesController(IPeer peer, Links links) : ApiController
{
    /// <summary>Gives a rose.</summary>
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

        var receipt = await peer.Send(Me, command, new(request.Words, to, request.Anonymous)).WaitAsync(Calls.Patience);
        return receipt.Outcome != Outcome.Done
            ? Refuse(receipt.Outcome, receipt.Field)
            : Created($"/api/v1/roses/{receipt.Rose}", new SentAnswer(receipt.Rose.ToString(), receipt.Secret,
                links.Rose(receipt.Rose, receipt.Secret), receipt.ExpiresAt, receipt.Remaining, receipt.Held));
    }

    /// <summary>Takes a rose.</summary>
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

        var receipt = await peer.Claim(rose, command, new(Me, request.Secret)).WaitAsync(Calls.Patience);
        return receipt.Outcome == Outcome.Done ? Ok(new ClaimAnswer("Claimed", receipt.Hop, receipt.Counted)) : Refuse(receipt.Outcome);
    }
}
