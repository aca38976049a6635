using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Console;

/// <summary>
/// The phone that scanned a computer's code: it says which number the computer shows, and only then is the computer let in. Whoever is sent somebody
/// else's code sees no such number (docs/decisions/0015).
/// </summary>
[Person, EnableRateLimiting(RateLimits.Entry)]
public sealed class LetInController(CellGrains grains, Calls calls) : PageController
{
    /// <summary>Where the code leads.</summary>
    public const string Way = "/console/scan";

    /// <summary>Asks.</summary>
    [HttpGet(Way + "/{ticket}")]
    public async Task<IActionResult> Question(string ticket)
    {
        if (!await IsStaff())
        {
            return Panel(Outcome.Forbidden);
        }

        return OpaqueId.TryParse(ticket, out _) && await grains.Door(ticket).Look().WaitAsync(Calls.Patience) is { } question
            ? View("/Console/LetIn.cshtml", new LetInPage(ticket, question.Choices, question.Kind))
            : Panel(Outcome.Expired);
    }

    /// <summary>Lets the computer in, or not.</summary>
    /// <param name="ticket">Which computer.</param>
    /// <param name="number">What it shows; 0 refuses.</param>
    [HttpPost(Way + "/{ticket}")]
    public async Task<IActionResult> Answer(string ticket, int number)
    {
        if (!await IsStaff())
        {
            return Panel(Outcome.Forbidden);
        }

        if (!OpaqueId.TryParse(ticket, out _))
        {
            return Panel(Outcome.Expired);
        }

        if (number != 0)
        {
            await calls.Participant(Me, me => Written(me.EnterConsole())); // written before anybody is in
        }

        var outcome = await grains.Door(ticket).Answer(Me, number).WaitAsync(Calls.Patience);
        return outcome switch
        {
            Outcome.Done => View("/Console/LetInDone.cshtml", number != 0),
            Outcome.Forbidden => View("/Console/LetInDone.cshtml", false),
            _ => Panel(outcome),
        };
    }

    private static async Task<bool> Written(Task line)
    {
        await line;
        return true;
    }

    private async Task<bool> IsStaff() => (await calls.Participant(Me, me => me.Self())).Profile?.IsStaff == true;
}
