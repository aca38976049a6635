using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Bouquets;

/// <summary>Bouquets: roses for several people behind one link.</summary>
[Route("/api/v1/bouquets"), EnableRateLimiting(RateLimits.Commands)]
public sealed class BouquetsApiController(Calls calls, BouquetGate gate, Links links, BouquetReader bouquets, ICampaignClock clock) : ApiController
{
    /// <summary>Gives a bouquet: 1 &lt;= shares &lt;= roses &lt;= 500.</summary>
    [HttpPost, SignedIn]
    public async Task<IActionResult> Send(BouquetRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (request.Split is not ("equal" or "lucky"))
        {
            return Refuse(Outcome.Invalid, "split", "must be equal or lucky");
        }

        var sent = await calls.Participant(Me, me => me.SendBouquet(command, new(
            request.Roses, request.Shares, request.Split == "lucky" ? Split.Lucky : Split.Equal, new(request.Reason ?? "", request.Preset, null))));
        return sent.Outcome != Outcome.Done
            ? Refuse(sent.Outcome, sent.Field)
            : Created($"/api/v1/bouquets/{sent.Bouquet}", new BouquetAnswer(
                sent.Bouquet.ToString(), sent.Secret, links.Bouquet(sent.Bouquet, sent.Secret), sent.SeedHash, sent.ExpiresAt));
    }

    /// <summary>Takes a share. One a person.</summary>
    [HttpPost("{bouquetId}/claim"), SignedIn, GrainChecksAccount]
    public async Task<IActionResult> Claim(string bouquetId, ClaimRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (!BouquetId.TryParse(bouquetId, out var bouquet))
        {
            return Refuse(Outcome.NotFound);
        }

        var receipt = await gate.Claim(bouquet, command, new(Me, request.Secret));
        return receipt.Outcome == Outcome.Done
            ? Ok(new ShareAnswer("Claimed", receipt.Roses.Count, [.. receipt.Roses.Select(rose => rose.ToString())]))
            : Refuse(receipt.Outcome);
    }

    /// <summary>How it stands; after the close the seed and all shares, so that anybody can repeat the luck (docs/bouquets.md).</summary>
    [HttpGet("{bouquetId}")]
    public async Task<IActionResult> Show(string bouquetId)
    {
        if (!BouquetId.TryParse(bouquetId, out var id) || await bouquets.Read(id) is not { } bouquet)
        {
            return Refuse(Outcome.NotFound);
        }

        var open = bouquet.IsOpen && clock.UtcNow.ToUnixTimeMilliseconds() < bouquet.Due;
        return Ok(new BouquetShow(bouquet.Roses, bouquet.Shares, bouquet.Split.ToString().ToLowerInvariant(), bouquet.RosesLeft, bouquet.SharesLeft, open,
            Convert.ToHexStringLower(SHA256.HashData(bouquet.Seed)), open ? null : Convert.ToHexStringLower(bouquet.Seed),
            open ? null : [.. bouquet.Taken.Select(share => share.Roses)]));
    }

    /// <summary>A bouquet to give.</summary>
    public sealed record BouquetRequest(string? CommandId, int Roses, int Shares, string? Split, string? Reason, string? Preset);

    /// <summary>What was given.</summary>
    public sealed record BouquetAnswer(string BouquetId, string Secret, string Link, string SeedHash, DateTimeOffset ExpiresAt);

    /// <summary>What was won.</summary>
    public sealed record ShareAnswer(string Outcome, int Roses, IReadOnlyList<string> RoseIds);

    /// <summary>How a bouquet stands.</summary>
    public sealed record BouquetShow(
        int Roses, int Shares, string Split, int RosesLeft, int SharesLeft, bool Open, string SeedHash, string? Seed, IReadOnlyList<int>? Taken);
}
