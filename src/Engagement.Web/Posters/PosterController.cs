using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Resources;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Posters;

/// <summary>The letter as one picture with its code (做成图), for whoever has the link.</summary>
public sealed class PosterController(RoseReader roses, LetterReader letters, PosterShop shop, Links links, CellKeys keys, IStringLocalizer<Texts> texts)
    : PageController
{
    /// <summary>A JPEG of at most 150 KB. Only with the open offer's secret: the picture carries it in its code.</summary>
    [HttpGet("/r/{id}/poster.jpg"), Unhurried]
    public async Task<IActionResult> Show(string id, string? k)
    {
        if (!RoseId.TryParse(id, out var rose) || await roses.Read(rose) is not { Offer: { } offer } state || !keys.IsLinkSecret(rose.Value, offer.Number, k))
        {
            return Missing();
        }

        var letter = await letters.Read(state, offer, (int)await roses.People(state));
        if (await shop.Order(Poster.For(texts, letter, links.Rose(rose, k!))) is not { } picture)
        {
            return Panel(Outcome.Busy);
        }

        Response.Headers.CacheControl = "private, no-cache"; // its words may pass or fail moderation
        return File(picture, "image/jpeg");
    }
}
