using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Imports;

/// <summary>Hours of other systems that wait for one's own word (VH-21): nobody can give them silently.</summary>
[Person]
public sealed class MyImportedHoursController(Calls calls, HourRowShelf shelf) : PageController
{
    private const string Way = "/me/hours/imports";

    /// <summary>What waits.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Show()
    {
        Response.Headers.CacheControl = "no-store";
        return View("/Imports/Mine.cshtml", await shelf.Of(Me));
    }

    /// <summary>One answer for the rows that were ticked.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Answer(string? command, string[]? row, string? answer)
    {
        if (!Reads(command, out var key) || !InputRules.IsName<MakeUpAnswer>(answer, out var said) || row is not { Length: > 0 and <= HourRowShelf.Shown })
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        foreach (var ticked in row.Distinct())
        {
            if (!HourRowId.TryParse(ticked, out var id))
            {
                return Panel(Outcome.NotFound, way: Way);
            }

            var receipt = await calls.HourRow(id, grain => grain.Answer(key, Me, said));
            if (receipt.Outcome is not (Outcome.Done or Outcome.AlreadyDecided or Outcome.Expired))
            {
                return Panel(receipt.Outcome, way: Way);
            }
        }

        return SeeOther((await shelf.Of(Me)).Total > 0 ? Way : "/me/hours");
    }
}
