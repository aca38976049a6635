using Engagement.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Problems;

/// <summary>Input that could not even be read: the first field and its reason, as any other Invalid.</summary>
public static class InvalidInput
{
    /// <summary>The answer.</summary>
    public static IActionResult Answer(ActionContext context)
    {
        var (key, value) = context.ModelState.First(entry => entry.Value?.Errors.Count > 0);
        var field = key.TrimStart('$', '.');
        var reason = value!.Errors[0].ErrorMessage;
        return OutcomeProblem.Result(Outcome.Invalid, field.Length == 0 ? "body" : field, reason.Length == 0 ? "could not be read" : reason);
    }
}
