using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;
using Orleans.Storage;
using StackExchange.Redis;

namespace Engagement.Rig.Serve.Stock;

/// <summary>What Orleans' documentation leads to: a grain a record, each writing its own state, boards moved afterwards.</summary>
internal sealed class StockPeer(IGrainFactory grains) : IPeer
{
    public Task Prepare() => Task.CompletedTask;

    public Task Enter(ParticipantState person) => grains.GetGrain<IStockParticipant>(person.Id.ToString()).Enter(person);

    public Task<SendReceipt> Send(ParticipantId me, CommandId command, SendRose send) =>
        grains.GetGrain<IStockParticipant>(me.ToString()).Send(command, send);

    public Task<ClaimReceipt> Claim(RoseId rose, CommandId command, ClaimRose claim) =>
        grains.GetGrain<IStockRose>(rose.ToString()).Claim(command, claim);
}

internal static class StockHosting
{
    /// <summary>Name of the storage.</summary>
    public const string Storage = "stock";

    /// <summary>A silo in the site's process, as the product has it, with Microsoft.Orleans.Persistence.Redis.</summary>
    public static void AddStock(this WebApplicationBuilder builder, PeerSettings settings, Action<ISiloBuilder>? more = null)
    {
        builder.Host.UseOrleans(silo =>
        {
            more?.Invoke(silo);
            silo.UseLocalhostClustering(Peers.ServedBy.FreePort(), Peers.ServedBy.FreePort(), serviceId: "stock", clusterId: "stock");
            silo.AddRedisGrainStorage(Storage, options => options.Configure<IServiceProvider>((redis, provider) =>
            {
                redis.ConfigurationOptions = ConfigurationOptions.Parse(settings.Store);
                redis.GetStorageKey = (kind, grain) => $"stock:{kind}:{grain.Key}";
                // The default is Newtonsoft's JSON; the binary form is smaller and faster, and is what the product stores.
                redis.GrainStorageSerializer = ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(provider);
            }));
        });
        builder.Services.AddSingleton<BoardUpdates>();
    }
}
