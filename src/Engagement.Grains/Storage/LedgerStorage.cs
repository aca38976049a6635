using System.Diagnostics;
using Engagement.Contracts;
using Engagement.Grains.Telemetry;
using Orleans.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>
/// Grain storage in which a record and everything that follows from its change are written by one script that first
/// compares the version (ledger.md). Grains use plain <see cref="IPersistentState{T}"/>.
/// </summary>
public sealed class LedgerStorage : IGrainStorage
{
    /// <summary>Name of the provider in <c>[PersistentState]</c>.</summary>
    public const string Name = "ledger";

    private readonly ILedgerPort _port;
    private readonly RecordFormat _format;
    private readonly Cell _cell;

    /// <summary>The ledger on the cell's store.</summary>
    public LedgerStorage(StoreConnection store, LedgerCommitter committer, RecordFormat format, Cell cell)
        : this(new LedgerPort(store, committer), format, cell)
    {
    }

    internal LedgerStorage(ILedgerPort port, RecordFormat format, Cell cell) => (_port, _format, _cell) = (port, format, cell);

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = KeyOf(stateName, grainId);
        var record = await Read(() => _port.ReadAsync(key));

        grainState.RecordExists = record is not null;
        grainState.ETag = record is null ? null! : RecordFormat.ETag(record);
        grainState.State = record is null ? Activator.CreateInstance<T>() : _format.Read<T>(record);
        StateOf(grainState).GrantLease(key!);
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        // Everything here runs in the grain's turn: the record and its effects are copied together, before the first await.
        var state = StateOf(grainState);
        if (!state.HasLease)
        {
            throw new LedgerException(LedgerFailure.LeaseLost, "An earlier write failed; retry with the same command.");
        }

        try
        {
            var effects = state.Effects.ToArray();
            RequireDistinct(effects);
            var etag = grainState.ETag;
            var value = _format.Write(state, etag);
            var change = Layout(KeyOf(stateName, grainId), etag, value, effects);
            state.MarkWriting();
            return FinishAsync(grainState, state, change, effects, RecordFormat.ETag(value));
        }
        catch (LedgerException)
        {
            state.TakeLease();
            throw;
        }
        catch (Exception e)
        {
            state.TakeLease();
            throw Failure(LedgerFailure.Conflict, "The change could not be laid out; nothing was written.", e);
        }
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("Records are never deleted: erasure is a commit that empties personal fields (ledger.md 8).");

    private async Task FinishAsync<T>(IGrainState<T> grainState, LedgerState state, LedgerChange change, Effect[] effects, string etag)
    {
        long answer;
        var start = Stopwatch.GetTimestamp();
        try
        {
            answer = await _port.CommitAsync(change);
        }
        catch (Exception e)
        {
            LedgerMeter.Commit(start, "unknown");
            state.TakeLease();
            throw Failure(LedgerFailure.Unknown, "Write outcome unknown; retry with the same command.", e);
        }

        LedgerMeter.Commit(start, answer < 0 ? "refused" : "done");
        if (answer < 0)
        {
            state.TakeLease();
            throw Refusal(answer);
        }

        Mark(effects, answer);
        state.Settle(effects.Length);
        grainState.ETag = etag;
        grainState.RecordExists = true;
    }

    // The script checks all before it writes any: within one change it would let the same birth or take pass twice.
    private static void RequireDistinct(Effect[] effects)
    {
        var seen = new HashSet<(string, RedisValue)>();
        foreach (var effect in effects)
        {
            if (effect is Birth birth && !seen.Add((birth.Kind, birth.Id)))
            {
                throw Refusal(-2);
            }

            if (effect is Take take && !seen.Add((take.Set, take.Member)))
            {
                throw Refusal(-3);
            }
        }
    }

    /// <summary>Whether the store still holds the version of <paramref name="etag"/>: nobody else has written since.</summary>
    /// <exception cref="LedgerException">The store did not answer.</exception>
    internal async Task<bool> IsCurrentAsync(LedgerState state, string? etag) =>
        (await Read(() => _port.VersionAsync(state.Key))).AsSpan().SequenceEqual(RecordFormat.Expected(etag));

    private static async Task<T> Read<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is not LedgerException)
        {
            throw Failure(LedgerFailure.Unknown, "The record could not be read; retry.", e);
        }
    }

    internal LedgerChange Layout(RedisKey key, string? etag, byte[] value, Effect[] effects)
    {
        var change = new ChangeEncoder(_cell, _format);
        change.Record(key, RecordFormat.Expected(etag), value);
        var births = effects.OfType<Birth>().ToArray();
        change.Arg(births.Length);
        foreach (var birth in births)
        {
            change.Key(_cell.Record(birth.Kind, birth.Id)).Arg(_format.Write(birth.State, null));
        }

        var takes = effects.OfType<Take>().ToArray();
        change.Arg(takes.Length);
        foreach (var take in takes)
        {
            change.Key(take.Set).Arg(take.Member);
        }

        foreach (var effect in effects)
        {
            if (effect is not (Birth or Take))
            {
                effect.Encode(change);
            }
        }

        change.Close();
        return new(change.Keys, change.Args, effects.Length + 1);
    }

    internal static void Mark(Effect[] effects, long answer)
    {
        var nth = 0;
        foreach (var once in effects.OfType<Once>().Take(30))
        {
            once.Took = (answer >> nth++ & 1) == 1;
        }
    }

    // The store's own exception travels as text: no codec knows its type, and none should cross a grain's boundary.
    private static LedgerException Failure(LedgerFailure failure, string message, Exception e) => new(failure, $"{message} {e.GetType().Name}: {e.Message}");

    private static LedgerException Refusal(long answer) => answer switch
    {
        -2 => new(LedgerFailure.BirthExists, "A record to be born exists; retry with the same command to meet it."),
        -3 => new(LedgerFailure.AlreadyDone, "The step was done before; nothing was written."),
        _ => new(LedgerFailure.Conflict, "Another activation wrote first; retry with the same command."),
    };

    private RedisKey KeyOf(string stateName, GrainId grainId) => _cell.Record(stateName, _cell.IdOf(grainId.Key.ToString()!));

    private static LedgerState StateOf<T>(IGrainState<T> grainState) => grainState.State as LedgerState
        ?? throw new InvalidOperationException($"{typeof(T).Name} must derive from {nameof(LedgerState)} to be stored by {Name}.");
}
