using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Prompts;

/// <summary>
/// Remembers that the person was asked. What the page says of the answer is a hint that is only counted in the log: what may be sent
/// is decided by WeChat's own event (<c>subscribe_msg_popup_event</c>), which no page can forge.
/// </summary>
[Person]
public sealed partial class PromptController(Calls calls, ILogger<PromptController> log) : PageController
{
    /// <summary>The form's own button, or the answer that WeChat's button gave to the page.</summary>
    /// <param name="command">Idempotency key.</param>
    /// <param name="details">The tag's <c>subscribeDetails</c>; absent for the form's own button.</param>
    /// <param name="returnUrl">The page the prompt is on.</param>
    [HttpPost("/prompt")]
    public async Task<IActionResult> Answer(string? command, string? details, string? returnUrl)
    {
        if (!Reads(command, out var id) || !SubscribeDetails.TryRead(details, out var answer))
        {
            return Panel(Outcome.Invalid, way: Local(returnUrl));
        }

        var receipt = await calls.Participant(Me, me => me.Choose(id, new(Asked: true)));
        if (receipt.Outcome != Outcome.Done)
        {
            return Panel(receipt.Outcome);
        }

        Answered(answer);
        return SeeOther(Local(returnUrl));
    }

    [LoggerMessage(LogLevel.Information, "A person answered the prompt for notices: {Answer}")]
    private partial void Answered(PromptAnswer answer);
}
