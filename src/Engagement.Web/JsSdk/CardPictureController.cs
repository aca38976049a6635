using Engagement.Web.Drawing;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.JsSdk;

/// <summary>The small picture on a shared card: the rose with as many petals as people. It tells nothing else, so anybody may have it.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class CardPictureController(CardPicture pictures) : ControllerBase
{
    /// <summary>A square PNG of 300 pixels, below 30 KB.</summary>
    /// <param name="people">1 to 24; a rose of more has no more petals.</param>
    [HttpGet("/card/{people:range(1,24)}.png"), HttpHead("/card/{people:range(1,24)}.png"), ResponseCache(Duration = 604_800)]
    public IActionResult Show(int people) => File(pictures.Of(people), "image/png");
}
