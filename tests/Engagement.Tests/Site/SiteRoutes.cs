using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Tests.Site;

/// <summary>What the site's own routes say of themselves.</summary>
internal static class SiteRoutes
{
    /// <summary>As attributes write it, with a leading slash.</summary>
    public static string Pattern(this RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    /// <summary>An API action that takes a form, as with a photo: routing turns JSON away before anybody is asked who they are.</summary>
    public static bool TakesForm(this RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ConsumesAttribute>() is { } consumes && !consumes.ContentTypes.Contains("application/json");
}
