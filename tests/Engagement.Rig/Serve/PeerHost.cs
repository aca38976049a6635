using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Rig.Serve.Ef;
using Engagement.Rig.Serve.Floor;
using Engagement.Rig.Serve.Postgres;
using Engagement.Rig.Serve.Stock;
using Engagement.Rig.Serve.Transactions;
using Engagement.Web;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Orleans.Serialization;

namespace Engagement.Rig.Serve;

/// <summary>The site's own pipeline with a peer behind its routes: what differs from the product is what is measured.</summary>
internal static class PeerHost
{
    public static readonly string[] Names = ["floor", "floor-batched", "postgres-cte", "postgres-tx", "postgres-stateless", "postgres-ef", "stock", "transactions", "node"];

    public static WebApplication Build(PeerSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = settings.Urls,
            ["Store:Connection"] = settings.Store,
            ["Keys:Master"] = settings.Key,
            ["RateLimits:EntriesPerMinute"] = "1000000",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(new PeerClock(settings.Ahead)).AddSingleton<ICampaignClock>(static provider => provider.GetRequiredService<PeerClock>());
        services.AddLedger();
        services.AddSingleton<FileCatalogue>().AddSingleton<ICatalogue>(static provider => provider.GetRequiredService<FileCatalogue>());
        services.AddSingleton<LetterWriter>().AddSingleton<Links>().AddSingleton<PeerLinks>();
        Add(builder, settings);
        services.AddSessions();
        services.AddOptions<KeyManagementOptions>().PostConfigure(ring =>
            ring.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(settings.Folder), NullLoggerFactory.Instance));
        services.AddHttpContextAccessor();
        services.AddSingleton(TimeProvider.System);
        services.AddAntiforgery(o => (o.HeaderName, o.FormFieldName) = ("RequestVerificationToken", "__token"));
        services.AddProblemDetails();
        services.AddExceptionHandler<PostgresFaults>();
        services.AddExceptionHandler<FaultHandler>();
        var limits = builder.Configuration.GetSection("RateLimits").Get<RateLimits>() ?? new();
        services.AddRateLimiter(limiter => RateLimits.Configure(limiter, limits));
        services.AddControllersWithViews(mvc =>
            {
                mvc.Filters.Add<PageAntiforgery>();
                mvc.Filters.Add<Patience>();
            })
            .AddPages()
            .ConfigureApplicationPartManager(manager =>
            {
                manager.ApplicationParts.Clear(); // not the product's own controllers
                manager.ApplicationParts.Add(new AssemblyPart(typeof(RosesController).Assembly));
            })
            .ConfigureApiBehaviorOptions(api => api.InvalidModelStateResponseFactory = InvalidInput.Answer);
        var app = builder.Build();
        app.Use(SecurityHeaders.Add);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapControllers();
        return app;
    }

    private static void Add(WebApplicationBuilder builder, PeerSettings settings)
    {
        var services = builder.Services;
        switch (settings.Peer)
        {
            case "floor" or "floor-batched":
                services.AddSerializer();
                services.AddSingleton<FloorPeople>().AddSingleton<IPeer, FloorPeer>();
                services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FloorLedger>(provider, settings.Peer == "floor-batched"));
                break;
            case "postgres-cte" or "postgres-stateless":
                services.AddSerializer();
                services.AddPostgres(settings).AddSingleton<IPeer, CtePeer>();
                break;
            case "postgres-tx":
                services.AddSerializer();
                services.AddPostgres(settings).AddSingleton<IPeer, TransactionPeer>();
                break;
            case "postgres-ef":
                services.AddSerializer();
                services.AddPostgres(settings).AddSingleton<IPeer, EfPeer>();
                services.AddPooledDbContextFactory<EfContext>((provider, ef) => ef.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
                break;
            case "transactions":
                builder.AddStock(settings, silo => silo.UseTransactions());
                services.AddSingleton<EffectsAfter>().AddSingleton<IPeer, TransactionalPeer>();
                break;
            case "stock":
                builder.AddStock(settings);
                services.AddSingleton<IPeer, StockPeer>();
                break;
            default:
                throw new ArgumentException($"--peer {settings.Peer}: it must be one of {string.Join(", ", Names)}.");
        }
    }
}
