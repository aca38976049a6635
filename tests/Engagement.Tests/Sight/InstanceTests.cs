using Engagement.Web.Sight;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Engagement.Tests.Sight;

/// <summary>Each silo's numbers are its own, two silos on one machine included: counters of one series would run backwards.</summary>
public sealed class InstanceTests
{
    [Fact]
    public void Metrics_OfSilosOnOneMachine_AreToldApartByTheirNames()
    {
        Assert.Equal("silo1", Instance(("Orleans:SiloName", "silo1")));
        Assert.NotEqual(Instance(("Orleans:SiloPort", "7001")), Instance(("Orleans:SiloPort", "7002")));
    }

    private static object Instance((string Key, string Value) node)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [SightSetup.Endpoint] = "http://127.0.0.1:9", [node.Key] = node.Value });
        builder.AddSight();
        using var provider = builder.Services.BuildServiceProvider();
        return provider.GetRequiredService<MeterProvider>().GetResource().Attributes.Single(attribute => attribute.Key == "service.instance.id").Value;
    }
}
