using Orleans.Storage;

namespace Engagement.Grains.Storage;

/// <summary>
/// A record that a grain reads and writes without an activation of its own. As Orleans' own bridge does, it has one write
/// under way; all that comes meanwhile shares the next one, and a write that fails does not stop the next.
/// </summary>
internal sealed class StoredRecord<TState>(string kind, GrainId id, IGrainStorage storage) : IPersistentState<TState>
    where TState : LedgerState, new()
{
    private readonly GrainState<TState> _record = new() { State = new() };
    private TaskCompletionSource? _next;
    private bool _isWriting;

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
        if (_isWriting)
        {
            return (_next ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        _isWriting = true;
        return WriteAsync();
    }

    public Task ClearStateAsync() => storage.ClearStateAsync(kind, id, _record);

    private async Task WriteAsync()
    {
        try
        {
            await storage.WriteStateAsync(kind, id, _record);
        }
        finally
        {
            _isWriting = false;
            if (_next is { } waiting)
            {
                (_next, _isWriting) = (null, true);
                _ = PassAsync(waiting);
            }
        }
    }

    // Each of those who wait sees the outcome of the write that carries them.
    private async Task PassAsync(TaskCompletionSource waiting)
    {
        try
        {
            await WriteAsync();
            waiting.SetResult();
        }
        catch (Exception e)
        {
            waiting.SetException(e);
            _ = waiting.Task.Exception; // a turn whose caller is gone may have nobody who looks
        }
    }

    public Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();

    public Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    public Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();
}
