using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Web;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Engagement.Rig.Floor;

/// <summary>
/// The site's pipeline with two actions that call the commit script themselves: same routes, session, limits, keys,
/// effects and bytes; no grains, no silo. What remains of the product's cost is what grains cost.
/// </summary>
internal static class FloorHost
{
    public static WebApplication Build(string urls, string redis, string key, bool batch)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = urls,
            ["Store:Connection"] = redis,
            ["Keys:Master"] = key,
            ["RateLimits:EntriesPerMinute"] = "1000000",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        var services = builder.Services;
        services.AddSingleton<FloorClock>().AddSingleton<ICampaignClock>(static provider => provider.GetRequiredService<FloorClock>());
        services.AddLedger();
        services.AddSerializer();
        services.AddSingleton<SeededCatalogue>().AddSingleton<ICatalogue>(static provider => provider.GetRequiredService<SeededCatalogue>());
        services.AddHostedService(static provider => provider.GetRequiredService<SeededCatalogue>());
        services.AddSingleton<LetterWriter>().AddSingleton<Links>().AddSingleton<FloorPeople>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FloorLedger>(provider, batch));
        services.AddSessions();
        services.AddHttpContextAccessor();
        services.AddSingleton(TimeProvider.System);
        services.AddAntiforgery(o => (o.HeaderName, o.FormFieldName) = ("RequestVerificationToken", "__token"));
        services.AddProblemDetails();
        services.AddExceptionHandler<FaultHandler>();
        var limits = builder.Configuration.GetSection("RateLimits").Get<RateLimits>() ?? new();
        services.AddRateLimiter(limiter => RateLimits.Configure(limiter, limits));
        services.AddControllersWithViews(mvc => mvc.Filters.Add<PageAntiforgery>())
            .AddPages()
            .ConfigureApplicationPartManager(manager =>
            {
                manager.ApplicationParts.Clear(); // not the product's own controllers
                manager.ApplicationParts.Add(new AssemblyPart(typeof(FloorController).Assembly));
            })
            .ConfigureApiBehaviorOptions(api => api.InvalidModelStateResponseFactory = InvalidInput.Answer);
        var app = builder.Build();
        app.UseExceptionHandler();
        app.Use(SecurityHeaders.Add);
        app.UseStatusCodePages();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapControllers();
        return app;
    }

    /// <summary>The same reference data as the product's.</summary>
    public static Task Seed(IServiceProvider services) =>
        services.GetRequiredService<Seeder>().Seed(Path.Combine(Programs.Root(), "infra", services.GetRequiredService<Grains.Storage.Cell>().Campaign));
}

/// <summary>A clock that the comparison moves on both sides alike.</summary>
internal sealed class FloorClock : ICampaignClock
{
    private long _ahead;

    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow.AddTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
