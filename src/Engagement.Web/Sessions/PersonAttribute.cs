using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Engagement.Web.Sessions;

/// <summary>A page for a signed-in person: a guest is taken through WeChat's silent sign-in and comes back.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PersonAttribute : Attribute, IAuthorizationFilter
{
    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.User.ParticipantId().IsNone)
        {
            // A form can't be carried through another site: its page is opened again, and the draft lies on the phone.
            var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/";
            context.Result = new RedirectResult("/signin?returnUrl=" + Uri.EscapeDataString(back));
        }
    }
}
