using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Engagement.Web.Console;

/// <summary>Base of the console's pages: for operators, and for those who hold one of the roles it names. Others see that it is not for them.</summary>
[Person(Door = DoorController.Way)]
public abstract class ConsoleController(Calls calls, params Role[] roles) : PageController
{
    /// <summary>Grains, for commands.</summary>
    protected Calls Calls => calls;

    /// <summary>Who is here, with their roles; set before any action runs.</summary>
    protected Profile Staff { get; private set; } = null!;

    /// <summary>Where the person may act in a role: null for everywhere.</summary>
    protected IReadOnlyList<string>? Scopes(Role role) =>
        Staff.May(role) ? null : [.. Staff.Roles?.Where(grant => grant.Role == role).Select(grant => grant.Scope) ?? []];

    /// <inheritdoc/>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var profile = (await calls.Participant(Me, me => me.Self())).Profile;
        if (profile is null || !profile.Operator && profile.Roles?.Any(grant => grant.Role == Role.Operator || roles.Contains(grant.Role)) != true)
        {
            context.Result = Panel(Outcome.Forbidden);
            return;
        }

        Staff = profile;
        ViewData["Staff"] = profile; // the navigation shows what is theirs
        Response.Headers.CacheControl = "no-store";
        await next();
    }

    /// <summary>After a decision: the queue again, or why not.</summary>
    protected IActionResult Decided(Receipt receipt, string way) => receipt.Outcome == Outcome.Done ? SeeOther(way) : Panel(receipt.Outcome, way: way);
}
