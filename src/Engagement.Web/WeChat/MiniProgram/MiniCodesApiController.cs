using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Grains.WeChat;
using Engagement.WeChat;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.WeChat.MiniProgram;

/// <summary>Codes that open a rose or a bouquet in the mini program, and what their scenes mean there.</summary>
[Route("/api/v1"), SignedIn, EnableRateLimiting(RateLimits.Codes)]
public sealed class MiniCodesApiController(
    RoseReader roses, BouquetReader bouquets, RoseScenes roseScenes, BouquetScenes bouquetScenes, SceneBook scenes, MiniCodes codes, CellKeys keys, Links links,
    ICampaignClock clock) : ApiController
{
    /// <summary>The picture of a code that opens an offered rose; for whoever offers it, who decides to whom its link goes.</summary>
    [HttpGet("roses/{roseId}/mini-code"), Unhurried]
    public async Task<IActionResult> Rose(string roseId, CancellationToken cancellationToken) =>
        RoseId.TryParse(roseId, out var id) && await roses.Read(id) is { Offer: { } offer } rose && rose.Holder == Me && offer.To.IsNone && IsAhead(offer.Due)
            ? await Picture(roseScenes.ShortOf(id, offer.Number), cancellationToken)
            : Refuse(Outcome.NotFound);

    /// <summary>The picture of a code that opens a bouquet; for its giver.</summary>
    [HttpGet("bouquets/{bouquetId}/mini-code"), Unhurried]
    public async Task<IActionResult> Bouquet(string bouquetId, CancellationToken cancellationToken) =>
        BouquetId.TryParse(bouquetId, out var id) && await bouquets.Read(id) is { IsOpen: true } bouquet && bouquet.Sender == Me && IsAhead(bouquet.Due)
            ? await Picture(bouquetScenes.ShortOf(id), cancellationToken)
            : Refuse(Outcome.NotFound);

    /// <summary>Where the scene of a code leads. A rose whose offer is over comes without secret: its way can be seen.</summary>
    [HttpGet("scenes/{scene}")]
    public async Task<IActionResult> Scene(string scene)
    {
        if (scene.Length != SceneBook.Short || await scenes.Open(scene) is not { } landing)
        {
            return Refuse(Outcome.NotFound);
        }

        var secret = OpaqueId.TryParse(landing.Secret, out var id) ? keys.LinkSecret(id, landing.Offer) : null;
        var named = landing.Path[(landing.Path.LastIndexOf('/') + 1)..];
        var isRose = landing.Path.StartsWith("/r/", StringComparison.Ordinal);
        return Ok(new SceneAnswer(isRose ? named : null, isRose ? null : named, secret, links.Address + landing.Path + (secret is null ? "" : "?k=" + secret)));
    }

    private async Task<IActionResult> Picture(string scene, CancellationToken cancellationToken)
    {
        var code = await codes.Of(scene, cancellationToken);
        if (code.IsOk)
        {
            return File(code.Image, code.ContentType);
        }

        switch (code.Outcome)
        {
            case WeChatOutcome.Busy or WeChatOutcome.RateLimited or WeChatOutcome.TokenRejected:
                Response.Headers.RetryAfter = "60";
                return Refuse(Outcome.Busy);
            case WeChatOutcome.Unavailable:
                return Refuse(Outcome.OutcomeUnknown);
            default:
                return Refuse(Outcome.NotFound); // no mini program, or settings of ours that WeChat rejects: the log has named them
        }
    }

    private bool IsAhead(long due) => clock.UtcNow.ToUnixTimeMilliseconds() < due;

    /// <summary>What a scene opens: a rose or a bouquet, and the secret to take it with.</summary>
    public sealed record SceneAnswer(string? RoseId, string? BouquetId, string? Secret, string Link);
}
