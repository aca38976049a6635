using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Local;
using Engagement.Tests.Storage;
using Engagement.Web;
using Engagement.WeChat.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

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
        _wechat = EmulatorHost.Create(new() { Urls = wechat });
        await _wechat.StartAsync();
        using var folder = DataFolder.Lock(Directory.CreateTempSubdirectory("site-").FullName);
        var options = new LocalOptions(Address, wechat, folder.Root, "redis", TestClock: true);
        var settings = Engagement.Local.City.Settings(options, folder, Redis.Port);
        settings["RateLimits:CommandBurst"] = "40";
        _site = Engagement.Local.City.Build(settings, Clock);
        await _site.Services.GetRequiredService<Seeder>().Seed(Subcommands.ShippedReference(_site.Services));
        await _site.StartAsync();
        Http = new() { BaseAddress = new(Address), Timeout = TimeSpan.FromSeconds(30) };
        WeChat = wechat;
    }

    public string WeChat { get; private set; } = "";

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

    /// <summary>How many scripts wrote in this cell so far.</summary>
    public async Task<long> Writes() => (long)await Database.StringGetAsync(Cell.Sequence);

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
