using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Engagement.Web.Console;

/// <summary>Base of pages that operators use; others see that it is not for them.</summary>
[Person]
public abstract class ConsoleController(Calls calls) : PageController
{
    /// <summary>Grains, for commands.</summary>
    protected Calls Calls => calls;

    /// <inheritdoc/>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if ((await calls.Participant(Me, me => me.Self())).Profile?.Operator != true)
        {
            context.Result = Panel(Outcome.Forbidden);
            return;
        }

        Response.Headers.CacheControl = "no-store";
        await next();
    }

    /// <summary>After a decision: the queue again, or why not.</summary>
    protected IActionResult Decided(Receipt receipt, string way) => receipt.Outcome == Outcome.Done ? SeeOther(way) : Panel(receipt.Outcome, way: way);
}
