using System.Net;
using System.Text.Json;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Admin;

/// <summary>Orleans' dashboard: on its own port, for an operator alone, and without what grains hold.</summary>
public sealed class AdminListenerTests : IAsyncLifetime
{
    private readonly SiteUnderTest _site = new() { AdminPort = RedisServer.FreePort() };

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_site).DisposeAsync();

    [Fact]
    public async Task Dashboard_IsForOperatorsOnItsOwnPort()
    {
        var (citizen, chief) = ((await _site.PersonAsync("看表的人")).Id, (await _site.PersonAsync(Engagement.Local.City.Operator)).Id);
        string[] open = ["/orleans/", "/orleans/index.html", "/orleans/index.min.js", "/orleans/DashboardCounters", "/orleans/Reminders"];
        string[] closed = ["/orleans/GrainState", "/orleans/grainstate?grainId=1&grainType=x", "/orleans/Trace", "/orleans/trace"];

        foreach (var path in open.Concat(closed).Append("/orleans"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Get(_site.Address, path, chief)).StatusCode); // the site's port knows nothing of it
        }

        foreach (var path in open)
        {
            var guest = await Get(Admin, path, null);
            Assert.Equal(HttpStatusCode.Redirect, guest.StatusCode);
            Assert.StartsWith("/console/signin", guest.Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await Get(Admin, path, citizen)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Get(Admin, path, chief)).StatusCode);
        }

        foreach (var path in closed)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Get(Admin, path, chief)).StatusCode);
        }

        await Eventually.HoldsAsync(async () =>
        {
            using var counters = JsonDocument.Parse(await (await Get(Admin, "/orleans/DashboardCounters", chief)).Content.ReadAsStringAsync());
            return counters.RootElement.GetProperty("simpleGrainStats").GetRawText().Contains("ParticipantGrain", StringComparison.Ordinal);
        }, "the dashboard shows the city's grains");
    }

    [Fact]
    public async Task Dashboard_AloneBringsStylesOfItsOwn()
    {
        var chief = (await _site.PersonAsync(Engagement.Local.City.Operator)).Id;
        Assert.Contains("'unsafe-inline'", Policy(await Get(Admin, "/orleans/", chief)), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", Policy(await Get(Admin, "/orleans/", chief)), StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-inline'", Policy(await Get(Admin, "/", chief)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Get(Admin, "/console/signin", null)).StatusCode); // its door is there
    }

    private string Admin => $"http://127.0.0.1:{_site.AdminPort}";

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    private async Task<HttpResponseMessage> Get(string address, string path, string? who)
    {
        using var browser = _site.Browser(who); // cookies know no ports
        return await browser.GetAsync(new Uri(address + path));
    }
}
