using Microsoft.AspNetCore.Mvc.Filters;

namespace Engagement.Web.Problems;

/// <summary>
/// A read that the store does not answer within a second is answered 503 instead of keeping a person waiting
/// (design.md §10). Commands have their own patience in <see cref="Calls"/>.
/// </summary>
public sealed class Patience : IAsyncActionFilter
{
    /// <inheritdoc/>
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method) || context.ActionDescriptor.EndpointMetadata.OfType<UnhurriedAttribute>().Any())
        {
            await next();
            return;
        }

        // What is left running only reads: results are executed after this filter.
        await next().WaitAsync(Calls.Patience);
    }
}

/// <summary>An action that waits for somebody else than the store: WeChat's servers, or a listener of events.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UnhurriedAttribute : Attribute;
