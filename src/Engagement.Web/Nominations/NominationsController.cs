using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Nominations;

/// <summary>Thanks a courier by the code on their helmet or box (CA-11).</summary>
public sealed class NominationsController(Calls calls, NominationBook book) : PageController
{
    /// <summary>What was scanned. Reading needs no sign-in.</summary>
    [HttpGet("/n/{code}"), EnableRateLimiting(RateLimits.Entry)]
    public async Task<IActionResult> Show(string code, bool sent = false) =>
        await book.Find(code) is var (page, _) ? View("/Nominations/Show.cshtml", page with { Sent = sent }) : Missing();

    /// <summary>Says thanks with ready-made words.</summary>
    [HttpPost("/n/{code}"), Person]
    public async Task<IActionResult> Thank(string code, string? command, string? letter)
    {
        if (await book.Find(code) is not var (page, courier))
        {
            return Missing();
        }

        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: "/n/" + page.Code);
        }

        var receipt = letter?.Split(':') is [var reason, var preset]
            ? await calls.Participant(Me, me => me.Nominate(key, courier, reason, preset))
            : new(Outcome.Invalid);
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"/n/{page.Code}?sent=true"),
            Outcome.Invalid or Outcome.Forbidden or Outcome.DailyLimit =>
                Correct("/Nominations/Show.cshtml", page with { Preset = letter, Fault = "Nominations.Fault" + receipt.Outcome }, receipt.Outcome),
            _ => Panel(receipt.Outcome),
        };
    }
}
