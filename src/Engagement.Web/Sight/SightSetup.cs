using Engagement.Grains.Telemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Engagement.Web.Sight;

/// <summary>Sends metrics, traces and logs to a collector by OTLP, when one is named. Without one nothing is collected.</summary>
public static class SightSetup
{
    /// <summary>OpenTelemetry's own name for where to; the other OTEL_ names work, too.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Where the spans of calls between grains come from.</summary>
    public const string Grains = "Microsoft.Orleans.Application";

    /// <summary>Meters that go out: the product's own, and what .NET and Orleans measure of themselves.</summary>
    public static readonly string[] Meters =
    [
        LedgerMeter.Name, CommandMeter.Name, "Engagement.WeChat", "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.RateLimiting", "System.Net.Http", "System.Runtime",
    ];

    /// <summary>Lets a request's trace go on through its grains, where there is a collector.</summary>
    public static void AddSight(this ISiloBuilder silo, IConfiguration configuration)
    {
        if (IsOn(configuration))
        {
            silo.AddActivityPropagation();
        }
    }

    /// <summary>Registers the exporters.</summary>
    public static WebApplicationBuilder AddSight(this WebApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration))
        {
            return builder;
        }

        var node = builder.Configuration.GetSection("Orleans").Get<NodeOptions>() ?? new(); // the machine's name alone would make one series of two silos on it
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("engagement", serviceVersion: typeof(SightSetup).Assembly.GetName().Version?.ToString(), serviceInstanceId: node.Name))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter())
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(web => web.Filter = http => !http.Request.Path.StartsWithSegments("/health") && !http.Request.Path.StartsWithSegments("/live"))
                .AddSource(Grains).AddProcessor<ScrubbedTraces>().AddOtlpExporter())
            .WithLogging(logs => logs.AddOtlpExporter(), options => options.IncludeScopes = false);
        return builder;
    }

    private static bool IsOn(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[Endpoint]);
}
