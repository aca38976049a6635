using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web;

/// <summary>Pages answer HEAD where they answer GET, as HTTP asks: link checkers and WeChat's preview begin with it. The server drops the body.</summary>
public sealed class HeadToo : IActionModelConvention
{
    private static readonly string[] Both = [HttpMethods.Get, HttpMethods.Head];

    /// <inheritdoc/>
    public void Apply(ActionModel action)
    {
        if (!action.Controller.ControllerType.IsAssignableTo(typeof(PageController)))
        {
            return;
        }

        foreach (var selector in action.Selectors)
        {
            if (selector.ActionConstraints.OfType<HttpMethodActionConstraint>().FirstOrDefault(only => only.HttpMethods.SequenceEqual([HttpMethods.Get])) is { } constraint)
            {
                selector.ActionConstraints.Remove(constraint);
                selector.ActionConstraints.Add(new HttpMethodActionConstraint(Both));
            }

            if (selector.EndpointMetadata.OfType<HttpMethodMetadata>().FirstOrDefault(only => only.HttpMethods.SequenceEqual([HttpMethods.Get])) is { } metadata)
            {
                selector.EndpointMetadata.Remove(metadata);
                selector.EndpointMetadata.Add(new HttpMethodMetadata(Both));
            }
        }
    }
}
