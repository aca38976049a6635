using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Web.JsSdk;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Console;

/// <summary>The console's door on a computer: it shows a code, a phone that is signed in scans it, and the computer is in, once.</summary>
[EnableRateLimiting(RateLimits.Entry)]
public sealed class DoorController(CellGrains grains, DoorTickets tickets, Links links, ICampaignClock clock) : PageController
{
    /// <summary>The door.</summary>
    public const string Way = "/console/signin";

    /// <summary>How long a computer stays in without being used. A phone's session is longer: WeChat guards it.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Shows a fresh code; with <paramref name="still"/> the one that was shown. In WeChat nothing needs to be scanned.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Door(string? returnUrl, string? still)
    {
        var back = Back(returnUrl);
        if (!Me.IsNone)
        {
            return Redirect(back);
        }

        if (Request.IsWeChat())
        {
            return Redirect("/signin?returnUrl=" + Uri.EscapeDataString(back));
        }

        if (still is not null && tickets.Read(HttpContext) is { } shown)
        {
            return Page(shown, DoorState.Waiting);
        }

        var ticket = DoorTicket.New(back);
        await grains.Door(ticket.Id).Open(ticket.Browser, ticket.Number, BrowserKind.Of(Request.Headers.UserAgent.ToString())).WaitAsync(Calls.Patience);
        tickets.Keep(HttpContext, ticket);
        return Page(ticket, DoorState.Waiting);
    }

    /// <summary>The page asks every two seconds, or the person presses: in, or still waiting, or over.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Ask()
    {
        var byScript = Request.Headers.ContainsKey("HX-Request");
        if (tickets.Read(HttpContext) is not { } ticket)
        {
            return Stands(byScript, new("", "", 0, "/console"), DoorState.Over);
        }

        var step = await grains.Door(ticket.Id).Ask(ticket.Browser).WaitAsync(Calls.Patience);
        if (step.State != DoorState.LetIn)
        {
            return step.State == DoorState.Waiting && byScript ? NoContent() : Stands(byScript, ticket, step.State);
        }

        tickets.Forget(HttpContext);
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Sessions.Sessions.Principal(step.By),
            new() { IsPersistent = false, IssuedUtc = clock.RealNow, ExpiresUtc = clock.RealNow + Idle });
        if (byScript)
        {
            Response.Headers["HX-Redirect"] = ticket.ReturnUrl;
            return Ok();
        }

        return SeeOther(ticket.ReturnUrl);
    }

    /// <summary>Ends the session in this browser.</summary>
    [HttpPost("/console/signout")]
    public async Task<IActionResult> Leave()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return SeeOther(Way);
    }

    private IActionResult Stands(bool byScript, DoorTicket ticket, DoorState state) =>
        byScript ? PartialView("/Console/_Door.cshtml", Model(ticket, state))
        : state == DoorState.Waiting ? SeeOther(Way + "?still=1")
        : Page(ticket, state);

    private ViewResult Page(DoorTicket ticket, DoorState state) => View("/Console/Door.cshtml", Model(ticket, state));

    private DoorPage Model(DoorTicket ticket, DoorState state) => new(state == DoorState.Waiting ? $"{links.Address}{LetInController.Way}/{ticket.Id}" : null,
        ticket.Number, state, Way + "?returnUrl=" + Uri.EscapeDataString(ticket.ReturnUrl));

    private string Back(string? returnUrl) => Local(returnUrl) is { Length: > 1 and <= 400 } path && !path.StartsWith(Way, StringComparison.OrdinalIgnoreCase) ? path : "/console";
}
