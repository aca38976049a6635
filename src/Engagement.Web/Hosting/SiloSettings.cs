using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Engagement.Web;

/// <summary>How silos watch each other and how much they hold. The measurements are in docs/cluster.md.</summary>
internal static class SiloSettings
{
    public static ISiloBuilder AddSettings(this ISiloBuilder silo) => silo
        .Configure<ClusterMembershipOptions>(members =>
        {
            // A silo is dead after three missed probes, each stretched by Orleans to four times this where answers come late.
            members.ProbeTimeout = TimeSpan.FromSeconds(1);
            members.NumMissedProbesLimit = 3;
            // A silo that was cut off and declared dead learns it from the table: until then it answers from activations that
            // others have replaced, which the ledger refuses one by one. Orleans looks once a minute by itself.
            members.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        })
        .Configure<SiloMessagingOptions>(messages =>
        {
            messages.ResponseTimeout = TimeSpan.FromSeconds(10);
            messages.MaxEnqueuedRequestsHardLimit = 10_000;
        })
        .ConfigureServices(static services => services.AddOptions<GrainCollectionOptions>().Configure<IOptions<HostingOptions>>(static (grains, hosting) =>
        {
            grains.CollectionAge = TimeSpan.FromSeconds(hosting.Value.IdleSeconds);
            grains.CollectionQuantum = TimeSpan.FromSeconds(Math.Min(60, hosting.Value.IdleSeconds / 2.0)); // must be less than the age
            grains.EnableActivationSheddingOnMemoryPressure = true;
        }));
}
