using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Rig.Simulate.Model;

/// <summary>One process: its activations, gone when it crashes.</summary>
internal sealed class SimulatedSilo
{
    private readonly Dictionary<GrainId, (SiloContext Context, object Grain, Task Ready)> _activations = [];
    private readonly WeakenedStorage _storage;
    private readonly SiloServices _services;
    private readonly CampaignSettings _settings;
    private readonly Mutation _without;

    public SimulatedSilo(MemoryStore store, CampaignSettings settings)
    {
        Port = new(store);
        Storage = new(Port, Runtime.Format, Runtime.Cell);
        _services = new(Storage);
        (_settings, _without) = (settings, store.Without);
        _storage = new(Storage, _without);
    }

    /// <summary>The product's storage provider on this process's way to the store.</summary>
    public LedgerStorage Storage { get; }

    public FaultyPort Port { get; }

    /// <summary>Crashes so far: a call of an earlier life is never answered.</summary>
    public int Life { get; private set; }

    /// <summary>The grain's activation here, made and read when there is none.</summary>
    public async Task<Activation<TState>> Find<TState>(string kind, string id) where TState : LedgerState, new()
    {
        var grain = GrainId.Create(kind, Runtime.Cell.GrainKey(id));
        if (!_activations.TryGetValue(grain, out var found) || found.Context.IsLeaving || found.Ready.IsFaulted)
        {
            var (context, made) = SiloContext.Make(grain, _services, stays: _without == Mutation.Lease, () => new Activation<TState>(Record<TState>(kind, grain), _settings, _without));
            _activations[grain] = found = (context, made, made.Activate());
        }

        await found.Ready;
        return (Activation<TState>)found.Grain;
    }

    // Roses are written through the product's own bridge, everything else through Orleans' (docs/decisions/0008).
    private IPersistentState<TState> Record<TState>(string kind, GrainId grain) where TState : LedgerState, new() => kind == RoseState.Kind
        ? new StoredRecord<TState>(kind, grain, _storage)
        : new Bridge<TState>(grain, kind, _storage);

    /// <summary>Memory is gone.</summary>
    public void Crash()
    {
        _activations.Clear();
        Port.Crash();
        Life++;
    }
}
