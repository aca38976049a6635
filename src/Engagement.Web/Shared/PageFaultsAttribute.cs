using Engagement.Contracts;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Engagement.Web.Shared;

/// <summary>A store that is away becomes a kind page with the same form to send again: same command, so nothing happens twice.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PageFaultsAttribute : ExceptionFilterAttribute
{
    /// <inheritdoc/>
    public override void OnException(ExceptionContext context)
    {
        if (FaultHandler.OutcomeOf(context.Exception) is not { } outcome)
        {
            return;
        }

        var request = context.HttpContext.Request;
        var kind = outcome == Outcome.Busy ? StateKind.Busy : HttpMethods.IsPost(request.Method) ? StateKind.OutcomeUnknown : StateKind.StoreDown;
        context.Result = new ViewResult
        {
            ViewName = "/Shared/State.cshtml",
            StatusCode = OutcomeProblem.Status(outcome),
            ViewData = new ViewDataDictionary<StatePage>(new EmptyModelMetadataProvider(), context.ModelState)
            {
                Model = new StatePage(kind, RetrySeconds: 5, Again: Again(request)),
            },
        };
        context.HttpContext.Response.Headers.RetryAfter = "5";
        context.ExceptionHandled = true;
    }

    private static SameAgain? Again(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.Form["command"].ToString() is not { Length: > 0 } command)
        {
            return null;
        }

        var fields = request.Form.Where(field => field.Key is not ("command" or "__token")).ToDictionary(field => field.Key, field => field.Value.ToString());
        return new(request.Path, command, fields);
    }
}
