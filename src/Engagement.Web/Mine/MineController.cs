using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Web.Notices;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Mine;

/// <summary>My roses, shelf by shelf, twenty at a time.</summary>
[Person]
public sealed class MineController(BoxReader boxes, Shelf shelf, NoticeBook notices) : PageController
{
    private const int Page = 20, WaitingOnTop = 5;

    /// <summary>A page of a shelf.</summary>
    [HttpGet("/mine")]
    public async Task<IActionResult> Index(string? box, string? cursor)
    {
        var which = Enum.TryParse<MineBox>(box ?? nameof(MineBox.Held), ignoreCase: true, out var read) && Enum.IsDefined(read) ? read : MineBox.Held;
        var counts = await Task.WhenAll(boxes.Count(Me, Box.Held), boxes.Count(Me, Box.Sent), boxes.Count(Me, Box.Received), boxes.Count(Me, Box.Inbox));
        if (await boxes.Read(Me, BoxOf(which), cursor, Page) is not { } page)
        {
            return Panel(Outcome.Invalid, way: "/mine");
        }

        var waiting = which == MineBox.Held && cursor is null && counts[3] > 0
            ? await shelf.Rows(Me, Box.Inbox, (await boxes.Read(Me, Box.Inbox, null, WaitingOnTop))!)
            : [];
        ViewData["Unread"] = await notices.Unread(Me);
        return View(new MinePage(which, counts[0], counts[1], counts[2], await shelf.Rows(Me, BoxOf(which), page), page.Next)
        {
            Waiting = waiting, AllWaiting = counts[3],
        });
    }

    private static Box BoxOf(MineBox box) => Enum.Parse<Box>(box.ToString());
}
