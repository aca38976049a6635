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

    /// <summary>All names in the cell, each once: a scan may show one twice.</summary>
    public async Task<IReadOnlyCollection<string>> NamesAsync()
    {
        var names = new HashSet<string>();
        foreach (var server in store.Primaries)
        {
            await foreach (var key in server.KeysAsync(pattern: _prefix + "*", pageSize: Page))
            {
                names.Add(((string)key!)[_prefix.Length..]);
            }
        }

        return names;
    }

    /// <summary>Reads every key of <paramref name="names"/> with <paramref name="read"/>, many at once, and hands them over in order.</summary>
    public async Task ForEachAsync<T>(IEnumerable<string> names, Func<IDatabase, RedisKey, Task<T>> read, Func<string, T, Task> take)
    {
        foreach (var page in names.Chunk(Page))
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
