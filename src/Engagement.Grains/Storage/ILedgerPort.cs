using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>All that the ledger asks of a store. The Rig's simulation puts a faulty one in its place.</summary>
internal interface ILedgerPort
{
    /// <summary>The record; null when there is none.</summary>
    Task<byte[]?> ReadAsync(RedisKey key);

    /// <summary>The sixteen bytes of the record's version; none when there is no record.</summary>
    Task<byte[]> VersionAsync(RedisKey key);

    /// <summary>Commits one change, whole or not at all; answers as commit.lua does. Fails when the outcome is unknown.</summary>
    Task<long> CommitAsync(LedgerChange change);
}

/// <summary>The cell's store.</summary>
internal sealed class LedgerPort(StoreConnection store, LedgerCommitter committer) : ILedgerPort
{
    public async Task<byte[]?> ReadAsync(RedisKey key) => await store.Database.StringGetAsync(key);

    public async Task<byte[]> VersionAsync(RedisKey key) => (byte[]?)await store.Database.StringGetRangeAsync(key, 0, RecordFormat.HeaderLength - 1) ?? [];

    public Task<long> CommitAsync(LedgerChange change) => committer.CommitAsync(change);
}
