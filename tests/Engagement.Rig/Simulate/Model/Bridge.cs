using Engagement.Grains.Storage;
using Orleans.Storage;

namespace Engagement.Rig.Simulate.Model;

/// <summary>
/// Orleans' bridge between a grain and its storage, as ledger.md describes it: a write begins in a later turn, calls that
/// come before it begins share it, and one that fails does not stop the next.
/// </summary>
internal sealed class Bridge<TState>(GrainId id, string kind, IGrainStorage storage) : IPersistentState<TState> where TState : LedgerState, new()
{
    private readonly GrainState<TState> _record = new() { State = new() };
    private TaskCompletionSource? _next;
    private bool _isRunning;

    public TState State
    {
        get => _record.State!;
        set => throw new NotSupportedException("The ledger's grains never replace their state.");
    }

    public string Etag => _record.ETag!;

    public bool RecordExists => _record.RecordExists;

    public Task ReadStateAsync() => storage.ReadStateAsync(kind, id, _record);

    public Task WriteStateAsync()
    {
        _next ??= new();
        var mine = _next.Task;
        if (!_isRunning)
        {
            _isRunning = true;
            _ = Run();
        }

        return mine;
    }

    public Task ClearStateAsync() => throw new NotSupportedException();

    public Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();

    public Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    public Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    private async Task Run()
    {
        await Task.Yield();
        while (_next is { } write)
        {
            _next = null;
            try
            {
                await storage.WriteStateAsync(kind, id, _record);
                write.SetResult();
            }
            catch (Exception e)
            {
                write.SetException(e);
                _ = write.Task.Exception; // whoever waits for it sees it; a turn whose caller is gone may not
            }
        }

        _isRunning = false;
    }
}

/// <summary>The ledger's storage without what a mutation takes away.</summary>
internal sealed class WeakenedStorage(LedgerStorage inner, Mutation without) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ReadStateAsync(stateName, grainId, grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = (LedgerState)(object)grainState.State!;
        var carried = state.Effects.Count;
        try
        {
            await inner.WriteStateAsync(stateName, grainId, grainState);
        }
        catch when (without == Mutation.Lease)
        {
            state.Settle(Math.Min(carried, state.Effects.Count));
            state.GrantLease(state.Key);
            throw;
        }
    }
}
