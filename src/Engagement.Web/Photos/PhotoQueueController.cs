using Engagement.Contracts;
using Engagement.Grains.Photos;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Photos;

/// <summary>Photos that WeChat did not pass: a person looks.</summary>
public sealed class PhotoQueueController(Calls calls, PhotoReader photos, IMediaChecks checks) : ConsoleController(calls, Role.Reviewer)
{
    private const string Way = "/console/photos";

    /// <summary>The queue, oldest first.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index(int skip = 0)
    {
        skip = Math.Clamp(skip, 0, 1_000_000);
        var (page, total) = await photos.InReview(skip, PhotoQueuePage.Each);
        return View("/Photos/Queue.cshtml", new PhotoQueuePage(page, total, skip));
    }

    /// <summary>Passes or refuses one.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Decide(string? hash, string? verdict) => verdict is not ("pass" or "refuse") || hash is null
        ? Panel(Outcome.Invalid, way: Way)
        : Decided(await checks.Review(hash, Me, verdict == "pass"), Way);
}
