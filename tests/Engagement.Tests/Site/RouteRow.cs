namespace Engagement.Tests.Site;

/// <summary>A route and who may use it. Denied is 401, 403 or the way to the sign-in; whatever else a route answers, it let the person in.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Pattern">As it stands in the controller's attribute, with a leading slash.</param>
/// <param name="Allowed">Who.</param>
/// <param name="Path">The address that is tried; without it the pattern, its parameters filled in by <see cref="RouteTable.Fill"/>.</param>
public sealed record RouteRow(string Method, string Pattern, Who Allowed, string? Path = null)
{
    /// <summary>The denied are told that there is nothing (404), as for an id that nobody has.</summary>
    public bool Hidden { get; init; }

    public override string ToString() => Method + " " + Pattern;
}
