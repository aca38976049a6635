using Engagement.Contracts;
using Engagement.Web;
using Engagement.Web.Bouquets;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Rig.Serve;

/// <summary>The product's routes of bouquets, in front of a peer that has them.</summary>
[Route("/api/v1/bouquets"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class BouquetsController(IPeer peer, Links links) : ApiController
{
    /// <summary>Gives a bouquet.</summary>
    [HttpPost, GrainChecksAccount]
    public async Task<IActionResult> Send(BouquetsApiController.BouquetRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (peer is not IBouquetPeer bouquets || request.Split != "equal")
        {
            return Refuse(Outcome.Invalid, "split", "this peer has equal bouquets only, or none");
        }

        var sent = await bouquets.SendBouquet(Me, command, new(request.Roses, request.Shares, Split.Equal, new(request.Reason ?? "", request.Preset, null)));
        return sent.Outcome != Outcome.Done
            ? Refuse(sent.Outcome, sent.Field)
            : Created($"/api/v1/bouquets/{sent.Bouquet}", new BouquetsApiController.BouquetAnswer(
                sent.Bouquet.ToString(), sent.Secret, links.Bouquet(sent.Bouquet, sent.Secret), sent.SeedHash, sent.ExpiresAt));
    }

    /// <summary>Takes a share.</summary>
    [HttpPost("{bouquetId}/claim"), GrainChecksAccount]
    public async Task<IActionResult> Claim(string bouquetId, ClaimRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (peer is not IBouquetPeer bouquets || !BouquetId.TryParse(bouquetId, out var bouquet))
        {
            return Refuse(Outcome.NotFound);
        }

        var receipt = await bouquets.ClaimShare(bouquet, command, new(Me, request.Secret)).WaitAsync(Calls.Patience);
        return receipt.Outcome == Outcome.Done
            ? Ok(new BouquetsApiController.ShareAnswer("Claimed", receipt.Roses.Count, [.. receipt.Roses.Select(rose => rose.ToString())]))
            : Refuse(receipt.Outcome);
    }
}
