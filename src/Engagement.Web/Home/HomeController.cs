using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Web.Boards;
using Engagement.Web.Notices;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Home;

/// <summary>The first page, and pages that anyone may read.</summary>
public sealed class HomeController(CityCache city, Calls calls, BoxReader boxes, CampaignSettings settings, Names names, NoticeBook notices) : PageController
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    /// <summary>The living count, today's allowance, one way to begin. Never signs anybody in.</summary>
    [HttpGet("/")]
    public async Task<IActionResult> Index()
    {
        var totals = await city.Now();
        var self = Me.IsNone ? null : await calls.Participant(Me, me => me.Self());
        var waiting = self?.Exists == true ? await boxes.Count(Me, Box.Held) : 0;
        var letters = self?.Exists == true ? await boxes.Count(Me, Box.Inbox) : 0;
        var unread = self?.Exists == true ? await notices.Unread(Me) : 0;
        ViewData["Unread"] = unread;
        return View(new HomePage(
            new((int)totals.Sent, (int)totals.Claimed, (int)totals.People, (int)totals.LongestChain), settings.PerDay(ShanghaiDay.Of(settings.Clock.UtcNow)),
            self?.Exists == true ? self.Remaining : null, (int)waiting, (int)letters, !settings.IsOpen)
        {
            Back = self?.Exists == true ? Math.Min(self.Restored, self.Remaining) : 0,
            Latest = await Latest(),
            Notices = unread,
            Seeds = totals.Seeds,
            Courier = self?.Profile?.Units.Company is not null,
        });
    }

    /// <summary>Short rules, use of data, who is responsible.</summary>
    [HttpGet("/rules")]
    public IActionResult Rules() => View();

    /// <summary>Pages that are not there, and requests that were too many or could not be understood.</summary>
    [Route("/state/{status:int}"), IgnoreAntiforgeryToken]
    public IActionResult Status() => int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture) switch // from the route alone: the form may be what was wrong
    {
        400 => Panel(Outcome.Invalid, way: "/"),
        401 => Panel(Outcome.SignInRequired),
        403 => Panel(Outcome.Forbidden),
        429 => Panel(Outcome.SlowDown),
        503 => Panel(LoadShedding.Shed(HttpContext) ? StateKind.Crowded : StateKind.StoreDown, 503),
        _ => Panel(Outcome.NotFound),
    };

    // A passing whose giver told no district is not news: the line has nothing else to say.
    private async Task<LatestHop?> Latest() =>
        await city.Latest() is { } passing && names.District(passing.District) is { } district
            ? new(district, passing.Number + 1, settings.Clock.UtcNow - passing.At < JustNow ? null : passing.At)
            : null;
}
