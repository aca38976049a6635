using Engagement.Contracts;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Engagement.Web.Sessions;

/// <summary>An API action for a signed-in person. The cookie counts only together with the antiforgery header; a bearer token needs none.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : Attribute, IAsyncAuthorizationFilter
{
    /// <inheritdoc/>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var me = http.User.ParticipantId();
        if (me.IsNone || !await IsOpen(context, me))
        {
            context.Result = OutcomeProblem.Result(Outcome.SignInRequired);
        }
        else if (!HttpMethods.IsGet(http.Request.Method) && !Sessions.HasBearer(http)
            && !await PageAntiforgery.IsValid(http.RequestServices.GetRequiredService<IAntiforgery>(), http))
        {
            context.Result = OutcomeProblem.Result(Outcome.Invalid, "RequestVerificationToken", "is missing or does not belong to this session");
        }
    }

    private static Task<bool> IsOpen(AuthorizationFilterContext context, ParticipantId me) =>
        context.ActionDescriptor.EndpointMetadata.OfType<GrainChecksAccountAttribute>().Any()
            ? Task.FromResult(true)
            : context.HttpContext.RequestServices.GetRequiredService<Calls>().Participant(me, person => person.IsOpen());
}
