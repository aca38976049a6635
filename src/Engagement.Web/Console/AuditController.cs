using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Console;

/// <summary>Who did what, to what, when and why: append-only, never edited.</summary>
public sealed class AuditController(Calls calls, AuditReader audit, PersonLabels labels) : ConsoleController(calls)
{
    private const int Each = 50;

    /// <summary>A page of the log, newest first; of an act, among the latest thousand lines.</summary>
    /// <param name="act">Which act; none for all.</param>
    /// <param name="before">Line to begin below, as the page's link says.</param>
    [HttpGet("/console/audit")]
    public async Task<IActionResult> Index(string? act, long? before)
    {
        var slice = await audit.Page(before, string.IsNullOrEmpty(act) ? Each : AuditReader.Most);
        var entries = string.IsNullOrEmpty(act) ? slice.Entries : [.. slice.Entries.Where(entry => entry.Act == act).Take(Each)];
        var name = await labels.For(entries.Select(entry => entry.By).Where(id => !id.IsNone));
        return View("/Console/Audit.cshtml", new AuditPage(
            [.. entries.Select(entry => new AuditRow(DateTimeOffset.FromUnixTimeMilliseconds(entry.At), entry.Act, entry.Target,
                entry.By.IsNone ? "" : name(entry.By), entry.Reason))],
            [.. slice.Entries.Select(entry => entry.Act).Distinct().Order(StringComparer.Ordinal)],
            string.IsNullOrEmpty(act) ? null : act, slice.Total, string.IsNullOrEmpty(act) && slice.From > 0 ? slice.From : null));
    }
}
