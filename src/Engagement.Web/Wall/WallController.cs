using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Wall;

/// <summary>The big screen (AN-01): one page that lives on <c>/live?of=wall</c> alone. Anyone may see it: it shows what the city's pages show.</summary>
public sealed class WallController(WallBook book, IOptions<WallOptions> options) : PageController
{
    /// <summary>The page, with the numbers of now in it.</summary>
    [HttpGet("/wall")]
    public async Task<IActionResult> Index()
    {
        Response.Headers.CacheControl = "no-store";
        return View("/Wall/Index.cshtml", new WallPage(await book.Now(), options.Value.At));
    }
}

/// <summary>The big screen.</summary>
/// <param name="Now">What it begins with.</param>
/// <param name="Moments">Totals at which it stops for a moment.</param>
public sealed record WallPage(WallAnswer Now, IReadOnlyList<long> Moments);
