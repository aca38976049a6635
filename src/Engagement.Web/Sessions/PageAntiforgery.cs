using Engagement.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Engagement.Web.Sessions;

/// <summary>Every form of a page must carry the antiforgery field; API actions have their own rule (<see cref="SignedInAttribute"/>).</summary>
public sealed class PageAntiforgery(IAntiforgery antiforgery) : IAsyncAuthorizationFilter
{
    /// <inheritdoc/>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var isApi = (context.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.IsSubclassOf(typeof(ApiController)) == true;
        var exempt = isApi || context.Filters.OfType<Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute>().Any();
        if (!exempt && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !await IsValid(antiforgery, http))
        {
            context.Result = new Microsoft.AspNetCore.Mvc.AntiforgeryValidationFailedResult();
        }
    }

    /// <summary>Whether the request carries the token of its session. A form that can't be read at all carries none.</summary>
    internal static async Task<bool> IsValid(IAntiforgery antiforgery, HttpContext http)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or AntiforgeryValidationException or IOException)
        {
            return false;
        }
    }
}
