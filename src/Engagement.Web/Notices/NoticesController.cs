using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Notices;

/// <summary>The inbox: all that happened to my roses, whether a message came by WeChat or not.</summary>
[Person]
public sealed class NoticesController(Calls calls, NoticeBook book, IOptions<NoticeOptions> options) : PageController
{
    private const string Way = "/notices";

    /// <summary>The lines, newest first.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index()
    {
        if (await book.Of(Me) is not var (rows, unread))
        {
            return Panel(Outcome.SignInRequired);
        }

        ViewData["Unread"] = unread;
        return View(new NoticesPage(rows, unread, rows.Count == 0 ? 0 : rows[0].At.ToUnixTimeMilliseconds(), options.Value.InboxDays));
    }

    /// <summary>Marks what the page showed as read; what came since stays new.</summary>
    [HttpPost("/notices/read")]
    public async Task<IActionResult> Read(long? upTo)
    {
        if (upTo is not { } instant || !NoticesApiController.IsInstant(instant))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await calls.Participant(Me, me => me.ReadNotices(DateTimeOffset.FromUnixTimeMilliseconds(instant)));
        return receipt.Outcome == Outcome.Done ? SeeOther(Way) : Panel(receipt.Outcome, way: Way);
    }
}
