using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>
/// Sends changes to the store. Changes of many grains that arrive while scripts are in flight travel together in the
/// next one, each with its own version check: 32 per script cost 16 us each instead of 36 (performance.md §0.4).
/// </summary>
public sealed partial class LedgerCommitter : IAsyncDisposable
{
    /// <summary>Changes in one script; a longer script would block the store for others.</summary>
    public const int MaxChanges = 32;

    /// <summary>Effects in one script, unless one change alone has more.</summary>
    public const int MaxEffects = 256;

    private static readonly string Script = EmbeddedScript.Load("commit.lua");

    private readonly Channel<LedgerChange> _queue = Channel.CreateUnbounded<LedgerChange>(new() { SingleReader = true });
    private readonly SemaphoreSlim _inFlight;
    private readonly StoreConnection _store;
    private readonly StoreCheck _check;
    private readonly RedisKey _sequence;
    private readonly ILogger<LedgerCommitter> _log;
    private readonly Task _loop;

    public LedgerCommitter(StoreConnection store, StoreCheck check, Cell cell, ILogger<LedgerCommitter> log)
    {
        (_store, _check, _sequence, _log) = (store, check, cell.Sequence, log);
        _inFlight = new(store.Options.ScriptsInFlight);
        _loop = Task.Run(PumpAsync);
    }

    /// <summary>Commits one change. The task fails with the store's own exception when the outcome is unknown.</summary>
    internal Task<long> CommitAsync(LedgerChange change)
    {
        if (!_queue.Writer.TryWrite(change))
        {
            change.Answer.SetException(new ObjectDisposedException(nameof(LedgerCommitter)));
        }

        return change.Answer.Task;
    }

    private async Task PumpAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            await _inFlight.WaitAsync();
            var batch = new List<LedgerChange>(MaxChanges);
            var effects = 0;
            while (batch.Count < MaxChanges && _queue.Reader.TryPeek(out var next)
                && (batch.Count == 0 || effects + next.Effects <= MaxEffects) && _queue.Reader.TryRead(out next))
            {
                batch.Add(next);
                effects += next.Effects;
            }

            _ = SendAsync(batch);
        }
    }

    private async Task SendAsync(List<LedgerChange> batch)
    {
        try
        {
            await _check.RequireAsync();
            var keys = new RedisKey[1 + batch.Sum(c => c.Keys.Count)];
            var args = new RedisValue[batch.Sum(c => c.Args.Count)];
            keys[0] = _sequence;
            var (k, a) = (1, 0);
            foreach (var change in batch)
            {
                change.Keys.CopyTo(keys, k);
                change.Args.CopyTo(args, a);
                (k, a) = (k + change.Keys.Count, a + change.Args.Count);
            }

            var answers = (long[])(await _store.Database.ScriptEvaluateAsync(Script, keys, args))!;
            if (_store.Options.FlushCommand is { Length: > 0 } flush)
            {
                await _store.Database.ExecuteAsync(flush); // not in one batch: a script that had to be loaded again would run after it
            }

            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Answer.SetResult(answers[i]);
            }
        }
        catch (Exception e)
        {
            ScriptFailed(e, batch.Count);
            foreach (var change in batch)
            {
                change.Answer.TrySetException(e);
            }
        }
        finally
        {
            _inFlight.Release();
        }
    }

    /// <summary>Takes no more changes and waits for those under way.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_queue.Writer.TryComplete())
        {
            return;
        }

        await _loop;
        for (var i = 0; i < _store.Options.ScriptsInFlight; i++)
        {
            await _inFlight.WaitAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "A script of {Changes} changes failed; their outcome is unknown")]
    private partial void ScriptFailed(Exception e, int changes);
}
