using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Rig.Serve.Floor;

/// <summary>Commits one record and its effects by the product's script: one change a script, or through the product's committer.</summary>
internal sealed class FloorLedger(StoreConnection store, LedgerStorage storage, LedgerCommitter committer, RecordFormat format, Cell cell, bool batch)
{
    private static readonly string Script = EmbeddedScript.Load("commit.lua");

    /// <summary>A record with its version; null when there is none.</summary>
    public async Task<(T State, string ETag)?> Read<T>(string kind, string id) where T : LedgerState
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(kind, id));
        return record is null ? null : (format.Read<T>(record), RecordFormat.ETag(record));
    }

    /// <summary>Writes what changed; the new version, or null when another one was stored.</summary>
    public async Task<string?> Commit(string kind, string id, LedgerState state, string? etag)
    {
        var effects = state.Effects.ToArray();
        var value = format.Write(state, etag);
        var change = storage.Layout(cell.Record(kind, id), etag, value, effects);
        var answer = batch ? await committer.CommitAsync(change) : await Alone(change);
        if (answer < -1)
        {
            throw new LedgerException(LedgerFailure.BirthExists, "A record to be born exists.");
        }

        if (answer < 0)
        {
            return null;
        }

        LedgerStorage.Mark(effects, answer);
        state.Settle(effects.Length);
        state.MarkWriting();
        return RecordFormat.ETag(value);
    }

    private async Task<long> Alone(LedgerChange change)
    {
        RedisKey[] keys = [cell.Sequence, .. change.Keys];
        return ((long[])(await store.Database.ScriptEvaluateAsync(Script, keys, [.. change.Args]))!)[0];
    }
}
