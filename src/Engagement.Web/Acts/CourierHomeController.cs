using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Paper;
using Engagement.Web.Photos;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Acts;

/// <summary>The courier's first page: open it, tap a kind, and the act is logged.</summary>
[Person]
public sealed class CourierHomeController(Calls calls, ActDesk desk, ActWords words, ActShelf shelf, ActWaits waits, BatchReader batches) : PageController
{
    private const int Latest = 3;

    /// <summary>Big buttons, and what may still be logged today.</summary>
    [HttpGet("/courier")]
    public async Task<IActionResult> Index()
    {
        var day = await calls.Courier(Me, me => me.Today());
        return day.Active ? Shown(await Page(day)) : Panel(Outcome.NotEnrolled);
    }

    /// <summary>Logs an act, for phones without a script; those with one send their drafts to the API.</summary>
    [HttpPost("/courier/acts"), RequestSizeLimit(PhotoLimits.Request)]
    public async Task<IActionResult> Log(string? command, ActForm form, CancellationToken cancel)
    {
        if (!Reads(command, out var key) || string.IsNullOrEmpty(form.Kind))
        {
            return Panel(Outcome.Invalid, way: "/courier");
        }

        var filled = await desk.Take(form, Me, cancel);
        if (filled.Details is not { } details)
        {
            return await Again(form, command!, Outcome.Invalid, filled.PhotoFault!);
        }

        var receipt = await calls.Courier(Me, me => me.Log(key, new(form.Kind, details)));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"/courier/acts/{receipt.Act}?fresh=true"),
            Outcome.DailyLimit => await Again(form, CommandKey.New(), receipt.Outcome, receipt.Field is null ? "Acts.DayFull" : "Acts.KindFull"),
            Outcome.Invalid => await Again(form, CommandKey.New(), receipt.Outcome, receipt.Field == "note" ? "Acts.NoteFault" : "State.Invalid.Text"),
            _ => Panel(receipt.Outcome, way: receipt.Outcome == Outcome.NotEnrolled ? null : "/courier"),
        };
    }

    private async Task<IActionResult> Again(ActForm form, string command, Outcome outcome, string fault)
    {
        Response.StatusCode = OutcomeProblem.Status(outcome);
        return Shown((await Page(await calls.Courier(Me, me => me.Today()))) with { Form = form, Fault = fault, Command = command });
    }

    private async Task<CourierPage> Page(CourierDay day) =>
        new(Me.ToString(), day, words.Buttons(day.UsedUp), words.Places(), await shelf.Rows(Me, 0, Latest)) { Wait = await waits.Now(), Carried = await batches.CarriedBy(Me) };

    private ViewResult Shown(CourierPage page)
    {
        HttpContext.AllowLocation(); // only its speed is read, on the phone (CA-08)
        return View("/Acts/Home.cshtml", page);
    }
}
