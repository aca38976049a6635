using Engagement.Grains.Participants;
using Engagement.Grains.Records;
using Engagement.Grains.Campaigns;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Records;

/// <summary>A record that its person shows to somebody, for a while. Unknown, wrong, ended and over look the same.</summary>
public sealed class SharedRecordController(RecordReader records, RecordBook book, PeopleReader people, ICampaignClock clock) : PageController
{
    /// <summary>The record.</summary>
    [HttpGet("/record/{share}")]
    public async Task<IActionResult> Show(string share, string? k)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await records.Find(share, k) is not { } found)
        {
            return Missing();
        }

        return View("/Records/Sheet.cshtml", new SheetPage(await people.NameFor(found.Record.Id), book.Lines(await records.Shown(found.Record)), clock.UtcNow,
            DateTimeOffset.FromUnixTimeMilliseconds(found.Share.Until)));
    }
}
