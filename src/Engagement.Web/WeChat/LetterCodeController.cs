using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Web.Drawing;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.WeChat;

/// <summary>A letter's code for somebody who looks at another screen.</summary>
public sealed class LetterCodeController(RoseReader roses, CellKeys keys, Links links, LetterCodes codes) : PageController
{
    /// <summary>A picture, only with the open offer's secret: it leads to the letter by way of the service account, or by the link where that is not to be had.</summary>
    [HttpGet("/r/{id}/code.png"), Unhurried]
    public async Task<IActionResult> Show(string id, string? k, CancellationToken cancellationToken)
    {
        if (!RoseId.TryParse(id, out var rose) || await roses.Read(rose) is not { Offer: { } offer } || !keys.IsLinkSecret(rose.Value, offer.Number, k))
        {
            return Missing();
        }

        var says = await codes.Of(rose, offer, cancellationToken);
        Response.Headers.CacheControl = "private, no-store"; // the next look may find WeChat back
        return File(QrPng.Draw(says?.AbsoluteUri ?? links.Rose(rose, k!)), "image/png");
    }
}
