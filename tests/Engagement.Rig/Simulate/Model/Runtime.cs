using System.Reflection;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Serialization;

namespace Engagement.Rig.Simulate.Model;

/// <summary>What all simulations share: the product's record format and names, and as much of a silo as a grain asks for.</summary>
internal static class Runtime
{
    public static readonly IServiceProvider Services = new ServiceCollection().AddSerializer()
        .AddSingleton(DispatchProxy.Create<IGrainRuntime, GrainRuntime>()).BuildServiceProvider();

    public static readonly RecordFormat Format = new(Services.GetRequiredService<Serializer>());

    public static readonly Cell Cell = new(Options.Create(new CellOptions { Id = "simulated" }));

    public static readonly CellKeys Keys = new(Options.Create(new CellKeyOptions { Master = Convert.ToBase64String(new byte[32]) }));
}

/// <summary>Of a silo's runtime, the one thing that <see cref="LedgerGrain{TState}"/> calls.</summary>
internal class GrainRuntime : DispatchProxy
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.Name != nameof(IGrainRuntime.DeactivateOnIdle))
        {
            throw new NotSupportedException(targetMethod?.Name);
        }

        ((IGrainContext)args![0]!).Deactivate(default);
        return null;
    }
}

/// <summary>The services of one simulated silo: what all share, and its own way to the store.</summary>
internal sealed class SiloServices(LedgerStorage storage) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(LedgerStorage) ? storage : Runtime.Services.GetService(serviceType);
}
