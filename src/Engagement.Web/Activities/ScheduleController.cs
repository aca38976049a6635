using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Volunteers;
using Engagement.Web.Problems;
using Engagement.Web.Resources;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Activities;

/// <summary>A person's shifts, on a page and in their calendar.</summary>
public sealed class ScheduleController(Calls calls, ScheduleBook book, ActivityReader activities, CalendarLinks calendars, IStringLocalizer<Texts> texts) : PageController
{
    private const string Way = "/me/schedule";

    /// <summary>The page.</summary>
    [HttpGet(Way), Person]
    public async Task<IActionResult> Index() => View("/Activities/Schedule.cshtml", await book.Page(Me));

    /// <summary>Makes a new secret link, or ends the feed.</summary>
    [HttpPost(Way + "/feed"), Person]
    public async Task<IActionResult> Feed(string? command, bool on)
    {
        if (!Reads(command, out var key))
        {
            return Missing();
        }

        var receipt = await calls.Volunteer(Me, me => me.Feed(key, on));
        return receipt.Outcome == Outcome.Done ? SeeOther(Way + "#feed") : Panel(receipt.Outcome, way: Way);
    }

    /// <summary>The feed: whoever has the link, and nobody else.</summary>
    [HttpGet("/calendar/{person}/{secret}.ics")]
    public async Task<IActionResult> Calendar(string person, string secret)
    {
        if (!ParticipantId.TryParse(person, out var of) || !await calendars.Opens(of, secret))
        {
            return Missing();
        }

        Response.Headers.CacheControl = "private, no-store";
        return Text(Ical.Write(texts["Schedule.Title"], await book.Feed(of)));
    }

    /// <summary>One shift for any calendar.</summary>
    [HttpGet("/activities/{id}/shifts/{shift:int}.ics")]
    public async Task<IActionResult> Shift(string id, int shift) =>
        ActivityId.TryParse(id, out var activity) && await activities.Read(activity) is { PublishedAt: > 0 } found && found.Shift(shift) is { } one
            ? Text(Ical.Write(found.Details.Title, [book.Event(found, one, found.Stage == ActivityStage.Cancelled ? "CANCELLED" : "CONFIRMED")]))
            : Missing();

    private FileContentResult Text(string calendar) => File(Encoding.UTF8.GetBytes(calendar), Ical.Type, "activities.ics");
}
