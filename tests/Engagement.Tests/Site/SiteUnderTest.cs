using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using Engagement.Local;
using Engagement.Tests.Storage;
using Engagement.Web;
using Engagement.Web.Sessions;
using Engagement.WeChat.Emulator;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Site;

/// <summary>The real site on a loopback port: silo, pages, API, a redis-server of its own, WeChat's emulator, a clock that the test moves.</summary>
public sealed class SiteUnderTest : IAsyncLifetime
{
    private WebApplication _site = null!;
    private WebApplication _wechat = null!;

    public RedisServer Redis { get; private set; } = null!;

    public SiteClock Clock { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    public string Address { get; } = "http://127.0.0.1:" + RedisServer.FreePort();

    public IServiceProvider Services => _site.Services;

    public StackExchange.Redis.IDatabase Database => Services.GetRequiredService<StoreConnection>().Database;

    public Cell Cell => Services.GetRequiredService<Cell>();

    public async Task InitializeAsync()
    {
        Redis = await RedisServer.StartAsync();
        var wechat = "http://127.0.0.1:" + RedisServer.FreePort();
        using var folder = DataFolder.Lock(Directory.CreateTempSubdirectory("site-").FullName);
        var options = new LocalOptions(Address, wechat, folder.Root, "redis", TestClock: true);
        _wechat = EmulatorHost.Create(new() { Urls = wechat, Callback = Engagement.Local.City.Callback(options), UtcNow = () => Clock.UtcNow });
        await _wechat.StartAsync();
        var settings = Engagement.Local.City.Settings(options, folder, Redis.Port);
        settings["RateLimits:CommandBurst"] = CommandBurst;
        settings["Admin:Port"] = AdminPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        settings["RateLimits:CertificatesPerMinute"] = "100000"; // all of a test run come from one address
        settings["WeChat:Account:LetterCodes"] = "true";
        settings["WeChat:RiskLimit"] = "4";
        foreach (var mode in settings.Keys.Where(key => key.StartsWith("WeChat:Callback:Modes:", StringComparison.Ordinal)).ToArray())
        {
            settings.Remove(mode); // safe mode only, as on a live account
        }

        _site = Engagement.Local.City.Build(settings, Clock);
        await _site.Services.GetRequiredService<Seeder>().Seed(Subcommands.ShippedReference(_site.Services));
        await _site.StartAsync();
        await Engagement.Local.Personas.Prepare(_site.Services);
        Http = new() { BaseAddress = new(Address), Timeout = TimeSpan.FromSeconds(30) };
        WeChat = wechat;
    }

    public string WeChat { get; private set; } = "";

    /// <summary>Commands that one person may send at once.</summary>
    public string CommandBurst { get; init; } = "50";

    /// <summary>Port of the admin listener; 0 for none.</summary>
    public int AdminPort { get; init; }

    /// <summary>A persona with a bearer token.</summary>
    public async Task<ApiPerson> PersonAsync(string persona)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await TryEnter(persona) is { } person)
            {
                return person;
            }

            Assert.True(attempt < 20, "Nobody could sign in."); // a cold site on a loaded machine may take longer than a request waits
        }
    }

    private async Task<ApiPerson?> TryEnter(string persona)
    {
        using var code = await Http.PostAsJsonAsync(WeChat + "/emulator/jscode", new { persona });
        using var session = await Http.PostAsJsonAsync("/api/v1/session", new { code = (await Json(code)).GetProperty("code").GetString() });
        if (session.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return null;
        }

        Assert.Equal(HttpStatusCode.OK, session.StatusCode);
        var answer = await Json(session);
        return new(this, answer.GetProperty("token").GetString()!, answer.GetProperty("participantId").GetString()!);
    }

    /// <summary>
    /// How many scripts wrote in this cell so far, once nothing is due (or after two seconds: others' tests say when the
    /// sweeper is broken). A sweep of what another test left behind is no write of this one.
    /// </summary>
    public async Task<long> Writes()
    {
        for (var tries = 100; tries > 0 && !await NothingIsDue(); tries--)
        {
            await Task.Delay(20);
        }

        return (long)await Database.StringGetAsync(Cell.Sequence);
    }

    /// <summary>Waits until the sweeper has done what is due.</summary>
    public Task Swept() => Eventually.HoldsAsync(NothingIsDue, "what is due is done");

    /// <summary>Every counter, board, index and agenda entry is what the records say: nothing is half done.</summary>
    public async Task IsWhole()
    {
        await Swept();
        var report = await Recount.RunAsync(Services);
        Assert.True(report.Quiet);
        Assert.Empty(report.Differences);
    }

    /// <summary>A browser in which this person is signed in: the cookie of pages instead of a bearer token. Null for a guest's.</summary>
    public HttpClient Browser(string? participant)
    {
        var jar = new CookieContainer();
        if (participant is not null)
        {
            jar.Add(new Uri(Address), new Cookie("engagement", Session(participant), "/"));
        }

        return new(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new(Address) };
    }

    /// <summary>The cookie of a person's session.</summary>
    public string Session(string participant)
    {
        Assert.True(ParticipantId.TryParse(participant, out var id));
        var cookies = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(Sessions.Principal(id),
            new() { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(1) }, CookieAuthenticationDefaults.AuthenticationScheme);
        return cookies.TicketDataFormat.Protect(ticket);
    }

    private async Task<bool> NothingIsDue() =>
        await Database.SortedSetLengthAsync(Cell.Key("agenda"), double.NegativeInfinity, Clock.UtcNow.ToUnixTimeMilliseconds()) == 0;

    public static string Command() => CommandId.New(DateTimeOffset.UtcNow).ToString();

    public static async Task<JsonElement> Json(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _site.DisposeAsync();
        await _wechat.DisposeAsync();
        await Redis.DisposeAsync();
    }
}

/// <summary>Tests that share one site.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<SiteUnderTest>
{
    public const string Name = "site";
}
