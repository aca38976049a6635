using System.Net;
using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Engagement.WeChat;
using Engagement.Web;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Pages;

/// <summary>The real site on a real redis-server, one for all page tests: each brings people of its own.</summary>
public sealed class PagesHost : IAsyncLifetime
{
    private const string OperatorOpenId = "o-operator";
    private RedisServer? _redis;
    private WebApplication _app = null!;
    private int _people;

    public IServiceProvider Services => _app.Services;

    public Calls Calls => Services.GetRequiredService<Calls>();

    public ReferenceData Reference => Services.GetRequiredService<SeededCatalogue>().Reference;

    public CampaignOptions Campaign => Services.GetRequiredService<IOptions<CampaignOptions>>().Value;

    internal PagesClock Clock { get; } = new();

    internal TicketDouble Tokens { get; } = new();

    /// <summary>Somebody new, with a phone that is signed in.</summary>
    public async Task<Visitor> Person(string? name = null)
    {
        var id = await Services.GetRequiredService<Identities>().Enter("o-" + Interlocked.Increment(ref _people), null);
        if (name is not null)
        {
            Assert.Equal(Outcome.Done, (await Calls.Participant(id, me => me.Choose(Command(), new(Name: name)))).Outcome);
        }

        return Phone(id);
    }

    public async Task<Visitor> Operator() => Phone(await Services.GetRequiredService<Identities>().Enter(OperatorOpenId, null));

    public Visitor Guest() => new(this, new(_app.Urls.First()), default, null);

    public CommandId Command() => CommandId.New(DateTimeOffset.UtcNow);

    public async Task InitializeAsync()
    {
        if (RedisServer.MissingReason is not null)
        {
            return; // every test of this host is skipped
        }

        _redis = await RedisServer.StartAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebHosting).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Store:Connection"] = _redis.Connection,
            ["Keys:Master"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Photos:Folder"] = Directory.CreateTempSubdirectory("photos-").FullName,
            ["WeChat:AppId"] = "wx5080000000000001",
            ["WeChat:AppSecret"] = "00000000000000000000000000000000",
            ["Operators:OpenIds:0"] = OperatorOpenId,
            ["WeChat:ApiBase"] = "http://127.0.0.1:1", // nobody answers there
            ["RateLimits:CommandBurst"] = "100000",
            ["Activities:LowestLevel"] = "WeChat", // what a person must be known by is the gate's own test
            ["JsSdk:Verification:0"] = "A4ywXSNmSLBdE4b6",
            ["JsSdk:Verification:1"] = "0123456789abcdef",
            ["Notices:Templates:0:Id"] = "tmpl-of-followers", // never asked for
            ["Notices:Templates:0:Kind"] = "Follower",
            ["Notices:Templates:0:Fields:thing1"] = "What",
            ["Notices:Templates:1:Id"] = "tmpl-rose-moves",
            ["Notices:Templates:1:Fields:thing1"] = "What",
            ["Notices:Templates:2:Id"] = "tmpl-second-choice",
            ["Notices:Templates:2:Fields:thing1"] = "What",
            ["Site:OtherAddresses:0"] = "https://roses.example",
        });
        builder.Services.Replace(ServiceDescriptor.Singleton<ICampaignClock>(Clock));
        builder.AddEngagementWeb(silo =>
        {
            silo.UseLocalhostClustering(RedisServer.FreePort(), RedisServer.FreePort(), serviceId: "pages", clusterId: "pages");
            silo.UseInMemoryReminderService();
        });
        builder.Services.Replace(ServiceDescriptor.Singleton<IWeChatTokens>(Tokens));
        _app = builder.Build();
        _app.UseEngagementWeb();
        await Services.GetRequiredService<Seeder>().Seed(Subcommands.ShippedReference(Services));
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_redis is not null)
        {
            await _app.DisposeAsync();
            await _redis.DisposeAsync();
        }
    }

    private Visitor Phone(ParticipantId id)
    {
        var format = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).TicketDataFormat;
        var ticket = new AuthenticationTicket(Sessions.Principal(id),
            new() { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(1) }, CookieAuthenticationDefaults.AuthenticationScheme);
        return new(this, new(_app.Urls.First()), id, new Cookie("engagement", format.Protect(ticket), "/", "127.0.0.1"));
    }
}

/// <summary>A ticket without WeChat.</summary>
internal sealed class TicketDouble : IWeChatTokens
{
    public TokenResult Ticket { get; set; } = new(WeChatOutcome.Ok, "ticket-1");

    public ValueTask<TokenResult> AccessToken(WeChatAccount account, CancellationToken cancellationToken) => new(new TokenResult(WeChatOutcome.Unavailable));

    public ValueTask<TokenResult> Replace(WeChatAccount account, string rejected, CancellationToken cancellationToken) => AccessToken(account, cancellationToken);

    public ValueTask<TokenResult> JsTicket(CancellationToken cancellationToken) => new(Ticket);
}

/// <summary>The real time, moved forward by tests that need it to be later.</summary>
internal sealed class PagesClock : ICampaignClock
{
    public TimeSpan Ahead { get; set; }

    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow + Ahead;
}

/// <summary>Tests that share the site. They run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class PageTestCollection : ICollectionFixture<PagesHost>
{
    public const string Name = "pages";
}
