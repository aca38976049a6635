using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Local;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Site;

/// <summary>A site with one person of every kind, and no limit on how often they try.</summary>
public sealed class MatrixSite : IAsyncLifetime
{
    private readonly Dictionary<Who, (string Cookies, string Token, string? Bearer)> _people = [];
    private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false }); // a sign-out must not be remembered

    private HashSet<string> _forms = [];

    public SiteUnderTest Site { get; } = new() { CommandBurst = "100000" };

    public string Company { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        var companies = Site.Services.GetRequiredService<SeededCatalogue>().Reference.Companies;
        Company = companies[0].Id;
        _forms = [.. Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.TakesForm()).Select(endpoint => endpoint.Pattern())];
        await Add(Who.Guest, null);
        await Add(Who.Citizen, "矩阵市民");
        await Add(Who.Reviewer, City.Reviewer);
        await Add(Who.Steward, City.Steward);
        await Add(Who.Keeper, City.Keeper);
        await Add(Who.Operator, City.Operator);
        await Add(Who.Organiser, City.Organiser);
        await Add(Who.OtherSteward, "别家管家", new(Role.CompanySteward, companies[1].Id));
    }

    /// <summary>Tries a row; again while the site says that it can't tell, as on a loaded machine.</summary>
    public async Task<HttpResponseMessage> Try(RouteRow row, Who who)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Once(row, who);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || attempt == 20)
            {
                return answer;
            }

            answer.Dispose();
            await Task.Delay(100);
        }
    }

    private async Task<HttpResponseMessage> Once(RouteRow row, Who who)
    {
        var (cookies, token, bearer) = _people[who];
        var path = Site.Address + (row.Path ?? RouteTable.Fill(row.Pattern, Company));
        using var request = new HttpRequestMessage(new(row.Method == "ANY" ? "GET" : row.Method), path);
        if (row.Pattern.StartsWith("/api/", StringComparison.Ordinal))
        {
            request.Content = row.Method == "GET" ? null : _forms.Contains(row.Pattern) ? new MultipartFormDataContent { { new StringContent(""), "none" } } : JsonContent.Create(new { });
            request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }

        request.Content = row.Method is "GET" or "ANY" ? null : new FormUrlEncodedContent([KeyValuePair.Create("__token", token)]);
        request.Headers.Add("Cookie", cookies);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private async Task Add(Who who, string? persona, RoleGrant? grant = null)
    {
        var person = persona is null ? null : await Site.PersonAsync(persona);
        if (grant is not null)
        {
            Assert.True(ParticipantId.TryParse(person!.Id, out var id));
            var receipt = await Site.Services.GetRequiredService<Calls>().Participant(id, me => me.Appoint(CommandId.New(DateTimeOffset.UtcNow), id, grant, true, "matrix"));
            Assert.Equal(Outcome.Done, receipt.Outcome);
        }

        var session = person is null ? "" : $"engagement={Site.Session(person.Id)}; ";
        using var request = new HttpRequestMessage(HttpMethod.Get, Site.Address + "/rules");
        request.Headers.Add("Cookie", session + "none=");
        using var page = await _http.SendAsync(request);
        var token = Regex.Match(await page.Content.ReadAsStringAsync(), "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        Assert.NotEmpty(token);
        _people[who] = (session + page.Headers.GetValues("Set-Cookie").First(cookie => cookie.StartsWith(".AspNetCore.Antiforgery", StringComparison.Ordinal)).Split(';')[0], token, person?.Token);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Site.DisposeAsync();
    }
}
