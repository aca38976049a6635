using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Site;

/// <summary>The authorisation matrix: who gets through which door, for every route that the site has.</summary>
public sealed class AuthorisationTests(MatrixSite matrix) : IClassFixture<MatrixSite>
{
    public static TheoryData<string> Rows => [.. RouteTable.All.Select(row => row.ToString())];

    [Fact]
    public void Table_AndSite_HaveTheSameRoutes()
    {
        var site = matrix.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Where(method => method != "HEAD")
                .Select(method => method + " " + endpoint.Pattern())).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(site, RouteTable.All.Select(row => row.ToString()).Order(StringComparer.Ordinal).ToArray());
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task Route_ForEachRole_LetsInWhomTheTableNames(string key)
    {
        var row = RouteTable.All.Single(row => row.ToString() == key);
        foreach (var who in Enum.GetValues<Who>().Where(who => int.PopCount((int)who) == 1))
        {
            using var answer = await matrix.Try(row, who);
            Assert.True((int)answer.StatusCode < 500, $"{row} answered {(int)answer.StatusCode} to {who}.");
            var denied = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                || row.Hidden && answer.StatusCode == HttpStatusCode.NotFound
                || answer.Headers.Location?.OriginalString is { } way && IsSignIn(way) && way.Contains("returnUrl=", StringComparison.Ordinal) && !IsSignIn(row.Pattern);
            Assert.True(denied != row.Allowed.HasFlag(who), $"{row} {(denied ? "turned away" : "let in")} {who}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }
    }

    private static bool IsSignIn(string way) => way.StartsWith("/signin", StringComparison.Ordinal) || way.StartsWith("/console/signin", StringComparison.Ordinal);
}
