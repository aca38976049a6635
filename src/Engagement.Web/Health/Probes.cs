using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Health;

/// <summary>
/// <c>/health/startup</c>, <c>/health/ready</c> and <c>/health/live</c>: one word and a status, 200 or 503. They stand before
/// everything else: no session is read, no cookie set, nothing is limited or shed.
/// </summary>
internal static class Probes
{
    public static IServiceCollection AddProbes(this IServiceCollection services)
    {
        services.AddOptions<HostingOptions>().BindConfiguration("Hosting").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IOptions<HostingOptions>>(static (host, hosting) =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(hosting.Value.DrainSeconds) + Drain.Rest);
        services.AddHostedService<Drain>();
        services.AddSingleton<StartupProbe>();
        services.AddHealthChecks().AddCheck<StartupProbe>("startup").AddCheck<ReadyProbe>("ready").AddCheck<LiveProbe>("live");
        return services;
    }

    public static void UseProbes(this IApplicationBuilder app)
    {
        foreach (var probe in new[] { "startup", "ready", "live" })
        {
            app.UseHealthChecks("/health/" + probe, new HealthCheckOptions { Predicate = check => check.Name == probe });
        }
    }
}
