using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Recounting;

/// <summary>Reads a whole cell, a page at a time, without holding up its store.</summary>
internal sealed class CellReader(StoreConnection store, Cell cell)
{
    private const int Page = 1_000;

    private readonly IDatabase _redis = store.Database;
    private readonly string _prefix = cell.Key("")!;

    /// <summary>How often something was written; moves with every script.</summary>
    public async Task<long> SequenceAsync() => (long)await _redis.StringGetAsync(cell.Sequence);

    /// <summary>The cell's names, or those that are wanted, each once though a scan may show one twice. What is remembered of a name is 16 bytes of its hash: a city has millions.</summary>
    public async IAsyncEnumerable<string> NamesAsync(Func<string, bool>? wanted = null)
    {
        var seen = new HashSet<UInt128>();
        foreach (var server in store.Primaries)
        {
            await foreach (var key in server.KeysAsync(pattern: _prefix + "*", pageSize: Page))
            {
                var name = ((string)key!)[_prefix.Length..];
                if (wanted?.Invoke(name) != false && seen.Add(BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)))))
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>Reads every key of <paramref name="names"/> with <paramref name="read"/>, many at once, and hands them over in order.</summary>
    public async Task ForEachAsync<T>(IAsyncEnumerable<string> names, Func<IDatabase, RedisKey, Task<T>> read, Func<string, T, Task> take)
    {
        await foreach (var page in names.Chunk(Page))
        {
            var values = page.Select(name => read(_redis, _prefix + name)).ToArray();
            for (var i = 0; i < page.Length; i++)
            {
                await take(page[i], await values[i]);
            }
        }
    }

    /// <summary>Items of a list.</summary>
    public Task<RedisValue[]> ListAsync(string name) => _redis.ListRangeAsync(_prefix + name);
}
