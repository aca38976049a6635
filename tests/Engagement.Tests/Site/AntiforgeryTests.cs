using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Site;

/// <summary>What a browser sends by itself, a cookie, moves nothing: forms carry their field, the API its header.</summary>
[Collection(SiteTests.Name)]
public sealed class AntiforgeryTests(SiteUnderTest site)
{
    private const string Header = "RequestVerificationToken";

    [Fact]
    public async Task Api_CookieWithoutHeader_IsRefusedEverywhere()
    {
        var (giver, me) = (await site.PersonAsync("伪赠"), await site.PersonAsync("伪收"));
        using var browser = site.Browser(me.Id);
        var (rose, secret) = await giver.Give();
        var endpoints = Endpoints(api: true).ToArray();
        Assert.Contains(endpoints, endpoint => endpoint.Pattern() == "/api/v1/roses/{roseId}/claim");
        var before = await site.Writes();
        foreach (var endpoint in endpoints)
        {
            var path = RouteTable.Fill(endpoint.Pattern().Replace("{roseId}", rose, StringComparison.Ordinal), "none");
            using var request = new HttpRequestMessage(new(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), path);
            request.Content = endpoint.TakesForm()
                ? new MultipartFormDataContent { { new StringContent(SiteUnderTest.Command()), "commandId" } }
                : JsonContent.Create(new { commandId = SiteUnderTest.Command(), secret, reason = "give-way", preset = "give-way-waited" });
            using var answer = await browser.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{request.Method} {path}: {answer.StatusCode}");
            Assert.Equal(Header, (await SiteUnderTest.Json(answer)).GetProperty("field").GetString());
        }

        Assert.Equal(before, await site.Writes());
    }

    [Fact]
    public async Task Api_CookieWithHeader_IsServedAndWithAnothersHeaderRefused()
    {
        using var an = site.Browser((await site.PersonAsync("真甲")).Id);
        using var bai = site.Browser((await site.PersonAsync("真乙")).Id);
        var (mine, theirs) = (await Token(an), await Token(bai));
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(an, theirs)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Send(an, mine)).StatusCode);
    }

    [Fact]
    public async Task Api_CookieWithAFormThatCannotBeRead_IsRefused()
    {
        using var browser = site.Browser((await site.PersonAsync("坏表")).Id);
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("no boundary"));
        body.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        using var answer = await browser.PostAsync("/api/v1/roses", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(Header, (await SiteUnderTest.Json(answer)).GetProperty("field").GetString());
    }

    [Fact]
    public async Task Page_FormWithoutField_IsRefusedEverywhere()
    {
        var giver = await site.PersonAsync("伪表赠");

        // A refusal and its page are two of a person's commands: one person's burst does not last for all.
        var browsers = new List<HttpClient>();
        for (var i = 0; i < 8; i++)
        {
            browsers.Add(site.Browser((await site.PersonAsync($"伪表收{i}")).Id));
        }

        var (rose, secret) = await giver.Give();
        var paths = Posts().Select(path => Regex.Replace(path.Replace("{id}", rose, StringComparison.Ordinal), @"\{\w+:int\}", "1")).ToArray();
        Assert.Contains($"/r/{rose}/claim", paths);
        var before = await site.Writes();
        foreach (var (i, path) in paths.Index())
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["command"] = SiteUnderTest.Command(), ["secret"] = secret, ["reason"] = "give-way", ["preset"] = "give-way-waited",
            });
            using var answer = await browsers[i % browsers.Count].PostAsync(path, form); // the field is asked for before the role
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
        }

        Assert.Equal(before, await site.Writes());
    }

    // Every action that is no read, as the site itself routes it.
    private IEnumerable<string> Posts() => Endpoints(api: false).Select(endpoint => endpoint.Pattern()).Distinct();

    // Of the API those that a cookie opens: neither the sign-in nor what a company signs.
    private IEnumerable<RouteEndpoint> Endpoints(bool api) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods && !methods.All(method => HttpMethods.IsGet(method) || HttpMethods.IsHead(method)))
        .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action && action.ControllerTypeInfo.IsSubclassOf(typeof(ApiController)) == api)
        .Where(endpoint => endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is null && (!api || endpoint.Metadata.GetMetadata<SignedInAttribute>() is not null));

    private static Task<HttpResponseMessage> Send(HttpClient browser, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/roses") { Content = JsonContent.Create(ApiPerson.Rose()) };
        request.Headers.Add(Header, token);
        return browser.SendAsync(request);
    }

    private static async Task<string> Token(HttpClient browser) =>
        WebUtility.HtmlDecode(Regex.Match(await browser.GetStringAsync("/settings"), "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value);
}
