using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.WeChat;
using Engagement.Web.Home;
using Engagement.Web.JsSdk;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Engagement.Web.WeChat;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Sessions;

/// <summary>WeChat's silent sign-in (snsapi_base), when an action needs a person; then consent, once, before anything is stored.</summary>
[EnableRateLimiting(RateLimits.Entry), Unhurried]
public sealed class SignInController(IWeChatGateway wechat, CellGrains grains, Identities identities, SignInState states, Links links, ICampaignClock clock,
    FollowerQuestions questions, UnionJoin union)
    : PageController
{
    /// <summary>Begins: inside WeChat straight away, elsewhere with a page that says how to come over.</summary>
    [HttpGet("/signin")]
    public IActionResult Begin(string? returnUrl, string? why)
    {
        var back = Back(returnUrl);
        SignInTrouble? trouble = InputRules.IsName<SignInTrouble>(why, out var known) ? known : null;
        var inWeChat = Request.IsWeChat();
        return inWeChat && trouble is null && !states.Loops(HttpContext)
            ? Redirect(Start(back))
            : View("/Home/SignIn.cshtml", new SignInPage(inWeChat, "/signin/wechat?returnUrl=" + Uri.EscapeDataString(back), links.Address + back, trouble));
    }

    /// <summary>Goes to WeChat.</summary>
    [HttpGet("/signin/wechat")]
    public IActionResult GoToWeChat(string? returnUrl) => Redirect(Start(Back(returnUrl)));

    /// <summary>
    /// Comes back from WeChat, and always goes on to a clean address. WeChat may call it twice, with the same code or another:
    /// both end where the first does. A code that is no good begins again once, then says so.
    /// </summary>
    [HttpGet("/signin/callback")]
    public async Task<IActionResult> Callback(string? code, string? state)
    {
        if (states.Find(HttpContext, state) is not { } begun)
        {
            // No state, a foreign one, or one of long ago: nothing is exchanged for it.
            return Redirect(Me.IsNone ? Failed("/", SignInTrouble.Failed) : states.Entered(HttpContext)?.ReturnUrl ?? "/");
        }

        if (begun.Done)
        {
            return Redirect(begun.ReturnUrl);
        }

        if (begun.Joins is not null)
        {
            return Redirect(await union.Finish(HttpContext, begun, code));
        }

        if (code is not { Length: > 0 and <= 512 })
        {
            return Redirect(Failed(begun.ReturnUrl, SignInTrouble.Declined));
        }

        try
        {
            return await Arrive(begun, await grains.SignIn(begun.State).Exchange(code));
        }
        catch (Exception e) when (FaultHandler.OutcomeOf(e) is not null)
        {
            return Redirect(Failed(begun.ReturnUrl, SignInTrouble.Away));
        }
    }

    /// <summary>What a snapshot page (网页快照) is, and how to leave it.</summary>
    [HttpGet("/signin/snapshot")]
    public IActionResult Snapshot() => View("/Home/Snapshot.cshtml");

    /// <summary>Asked once, before anything is stored.</summary>
    [HttpGet("/consent")]
    public IActionResult Consent() => states.Consenting(HttpContext) is { } begun
        ? View("/Home/Consent.cshtml", new ConsentPage(begun.ReturnUrl))
        : Redirect(Me.IsNone ? "/signin" : states.Entered(HttpContext)?.ReturnUrl ?? "/");

    /// <summary>The person agrees: now they exist.</summary>
    [HttpPost("/consent")]
    public async Task<IActionResult> Agree()
    {
        if (states.Consenting(HttpContext) is not { OpenId: { } openId } begun)
        {
            return SeeOther(Me.IsNone ? "/signin" : states.Entered(HttpContext)?.ReturnUrl ?? "/");
        }

        var participant = await identities.Enter(openId, null);
        questions.Ask(openId);
        return await Enter(begun, participant, "/settings/name?returnUrl=" + Uri.EscapeDataString(begun.ReturnUrl)); // asked once
    }

    /// <summary>Ends the session on this phone.</summary>
    [HttpPost("/signout")]
    public async Task<IActionResult> Leave()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return SeeOther("/");
    }

    private async Task<IActionResult> Arrive(SignInState.Begun begun, SignInExchange answer)
    {
        switch (answer)
        {
            case { Outcome: SignInOutcome.Known, OpenId: { } openId }:
                var participant = await identities.Find(openId);
                if (!participant.IsNone)
                {
                    questions.Ask(openId);
                    return await Enter(begun, participant, begun.ReturnUrl);
                }

                states.Keep(HttpContext, begun with { OpenId = openId });
                return Redirect("/consent");
            case { Outcome: SignInOutcome.Snapshot }:
                return Redirect("/signin/snapshot");
            case { Outcome: SignInOutcome.Stale } when !begun.Again:
                return Redirect(Start(begun.ReturnUrl, again: true));
            default:
                return Redirect(Failed(begun.ReturnUrl, answer.Outcome switch
                {
                    SignInOutcome.Risky => SignInTrouble.Risky,
                    SignInOutcome.Stale => SignInTrouble.Failed,
                    _ => SignInTrouble.Away,
                }));
        }
    }

    private async Task<IActionResult> Enter(SignInState.Begun begun, ParticipantId participant, string next)
    {
        states.Keep(HttpContext, begun with { OpenId = null, Done = true });
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Sessions.Principal(participant),
            new() { IsPersistent = true, IssuedUtc = clock.RealNow });
        return SeeOther(next);
    }

    private static string Failed(string returnUrl, SignInTrouble why) =>
        $"/signin?why={why.ToString().ToLowerInvariant()}&returnUrl={Uri.EscapeDataString(returnUrl)}";

    // Coming back to a step of the sign-in itself would go round in circles; an address too long for the cookie would lose it.
    private string Back(string? returnUrl) =>
        Local(returnUrl) is { Length: <= 400 } path && !path.StartsWith("/signin", StringComparison.OrdinalIgnoreCase) && !path.StartsWith("/consent", StringComparison.OrdinalIgnoreCase)
            ? path : "/";

    private string Start(string returnUrl, bool again = false) =>
        wechat.AuthorizeUrl(new Uri(links.Address + "/signin/callback"), states.Begin(HttpContext, returnUrl, again)).AbsoluteUri;
}
