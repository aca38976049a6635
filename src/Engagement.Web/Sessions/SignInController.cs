using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.WeChat;
using Engagement.Web.Home;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Sessions;

/// <summary>WeChat's silent sign-in (snsapi_base), when an action needs a person; then consent, once, before anything is stored.</summary>
[EnableRateLimiting(RateLimits.Entry), Unhurried]
public sealed class SignInController(IWeChatGateway wechat, Identities identities, SignInState states, Links links, ICampaignClock clock) : PageController
{
    /// <summary>Begins: inside WeChat straight away, elsewhere with a page that says how to come over.</summary>
    [HttpGet("/signin")]
    public IActionResult Begin(string? returnUrl, bool failed = false)
    {
        var back = Local(returnUrl);
        var inWeChat = Request.Headers.UserAgent.ToString().Contains("MicroMessenger", StringComparison.Ordinal);
        return inWeChat && !failed
            ? Redirect(Start(back))
            : View("/Home/SignIn.cshtml", new SignInPage(inWeChat, "/signin/wechat?returnUrl=" + Uri.EscapeDataString(back), links.Address + back, failed));
    }

    /// <summary>Goes to WeChat.</summary>
    [HttpGet("/signin/wechat")]
    public IActionResult GoToWeChat(string? returnUrl) => Redirect(Start(Local(returnUrl)));

    /// <summary>Comes back from WeChat. Always ends on a clean URL; a code that was used before restarts once, then says so.</summary>
    [HttpGet("/signin/callback")]
    public async Task<IActionResult> Callback(string? code, string? state, CancellationToken cancellationToken)
    {
        var begun = states.Read(HttpContext);
        if (begun is null || state is null || !string.Equals(begun.State, state, StringComparison.Ordinal))
        {
            return Me.IsNone ? Redirect("/signin?failed=true") : Redirect("/"); // a repeated callback of a browser that is in already
        }

        if (code is not { Length: > 0 and <= 512 })
        {
            return Failed(begun); // declined
        }

        var answer = await wechat.ExchangeCode(code, cancellationToken);
        if (answer is not { IsOk: true, OpenId: { } openId, IsSnapshotUser: false })
        {
            return !Me.IsNone ? Redirect(begun.ReturnUrl) : Failed(begun);
        }

        var participant = await identities.Find(openId);
        if (participant.IsNone)
        {
            states.Keep(HttpContext, begun with { OpenId = openId });
            return Redirect("/consent");
        }

        return await Enter(participant, begun.ReturnUrl);
    }

    /// <summary>Asked once, before anything is stored.</summary>
    [HttpGet("/consent")]
    public IActionResult Consent() => states.Read(HttpContext) is { OpenId: not null } begun
        ? View("/Home/Consent.cshtml", new ConsentPage(begun.ReturnUrl))
        : Redirect("/signin");

    /// <summary>The person agrees: now they exist.</summary>
    [HttpPost("/consent")]
    public async Task<IActionResult> Agree() => states.Read(HttpContext) is { OpenId: { } openId } begun
        ? await Enter(await identities.Enter(openId, null), "/settings/name?returnUrl=" + Uri.EscapeDataString(begun.ReturnUrl)) // asked once
        : SeeOther("/signin");

    /// <summary>Ends the session on this phone.</summary>
    [HttpPost("/signout")]
    public async Task<IActionResult> Leave()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return SeeOther("/");
    }

    private async Task<IActionResult> Enter(ParticipantId participant, string returnUrl)
    {
        SignInState.Forget(HttpContext);
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Sessions.Principal(participant),
            new() { IsPersistent = true, IssuedUtc = clock.RealNow });
        return SeeOther(Local(returnUrl));
    }

    private RedirectResult Failed(SignInState.Begun begun)
    {
        SignInState.Forget(HttpContext);
        return Redirect("/signin?failed=true&returnUrl=" + Uri.EscapeDataString(begun.ReturnUrl));
    }

    private string Start(string returnUrl) =>
        wechat.AuthorizeUrl(new Uri(links.Address + "/signin/callback"), states.Begin(HttpContext, returnUrl)).AbsoluteUri;
}
