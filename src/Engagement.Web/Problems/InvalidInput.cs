using Engagement.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Engagement.Web.Problems;

/// <summary>Input that could not even be read: the first field and its reason, as any other Invalid.</summary>
public static class InvalidInput
{
    /// <summary>The answer.</summary>
    public static IActionResult Answer(ActionContext context)
    {
        // A body that can't be read has two errors: where in it ("$.roses"), and that the action's parameter is missing.
        var wrong = context.ModelState.Where(entry => entry.Value?.Errors.Count > 0).ToArray();
        var (key, value) = wrong.FirstOrDefault(entry => entry.Key.StartsWith('$'), wrong[0]);
        var reason = value!.Errors[0].ErrorMessage;
        return OutcomeProblem.Result(Outcome.Invalid, FieldOf(key, context), reason.Length == 0 ? "could not be read" : reason);
    }

    private static string FieldOf(string key, ActionContext context)
    {
        var isBody = context.ActionDescriptor.Parameters.Any(parameter => parameter.Name == key && parameter.BindingInfo?.BindingSource == BindingSource.Body);
        var field = key.TrimStart('$', '.');
        return isBody || field.Length == 0 ? "body" : field;
    }
}
