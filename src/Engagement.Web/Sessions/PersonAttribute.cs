using Engagement.Web.JsSdk;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Engagement.Web.Sessions;

/// <summary>A page for a signed-in person: a guest is taken through WeChat's silent sign-in and comes back.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PersonAttribute : Attribute, IAsyncAuthorizationFilter
{
    /// <summary>Where a guest outside WeChat is taken instead.</summary>
    public string? Door { get; init; }

    /// <inheritdoc/>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var me = http.User.ParticipantId();
        if (!me.IsNone && !await http.RequestServices.GetRequiredService<Calls>().Participant(me, person => person.IsOpen()))
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme); // a closed account's ticket is worth nothing
            me = default;
        }

        if (me.IsNone)
        {
            // A form can't be carried through another site: its page is opened again, and the draft lies on the phone.
            var back = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/";
            var door = Door is null || http.Request.IsWeChat() ? "/signin" : Door;
            context.Result = new RedirectResult(door + "?returnUrl=" + Uri.EscapeDataString(back));
        }
    }
}
