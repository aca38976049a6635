using System.Text;
using Engagement.Grains.Storage;
using Engagement.Rig.Simulate.Model;
using StackExchange.Redis;

namespace Engagement.Rig.Simulate;

/// <summary>
/// Plays what simulations committed on a redis-server with commit.lua itself, change by change: the answers and everything
/// stored must be the same as in memory. So what the simulation proves is not proven of another store.
/// </summary>
internal static class ScriptComparison
{
    private static readonly string Script = EmbeddedScript.Load("commit.lua");

    /// <summary>Every difference of these schedules, and how many changes were compared. Uses the keys of the campaign "simulated" only.</summary>
    public static async Task<(List<string> Differences, long Changes)> Run(IConnectionMultiplexer redis, int schedules, int seed)
    {
        var (differences, changes) = (new List<string>(), 0L);
        for (var one = seed; one < seed + schedules; one++)
        {
            var store = new MemoryStore(Mutation.None) { Journal = [] };
            Schedule.Play(one, store: store);
            await Clear(redis);
            foreach (var (change, answer) in store.Journal)
            {
                var answers = (long[])(await redis.GetDatabase().ScriptEvaluateAsync(Script, [Runtime.Cell.Sequence, .. change.Keys], [.. change.Args]))!;
                if (answers[0] != answer)
                {
                    differences.Add($"seed {one}: {change.Keys[0]} was answered {answers[0]}, in memory {answer}");
                }
            }

            changes += store.Journal.Count;
            await foreach (var difference in Contents(redis, store))
            {
                differences.Add($"seed {one}: {difference}");
            }
        }

        await Clear(redis);
        return (differences, changes);
    }

    private static async IAsyncEnumerable<string> Contents(IConnectionMultiplexer redis, MemoryStore store)
    {
        var database = redis.GetDatabase();
        foreach (var (key, value) in store.Strings)
        {
            byte[]? stored = await database.StringGetAsync(key);
            if (stored is null || !stored.AsSpan().SequenceEqual(value))
            {
                yield return $"{key} differs";
            }
        }

        foreach (var (key, members) in store.Sets)
        {
            var stored = (await database.SortedSetRangeByRankWithScoresAsync(key)).Select(entry => (Text(entry.Element), entry.Score));
            if (!stored.ToHashSet().SetEquals(members.Select(member => (member.Key, member.Value))))
            {
                yield return $"{key} differs";
            }
        }

        foreach (var (key, fields) in store.Hashes)
        {
            var stored = (await database.HashGetAllAsync(key)).Select(entry => (Text(entry.Name), Text(entry.Value)));
            if (!stored.ToHashSet().SetEquals(fields.Select(field => (field.Key, field.Value))))
            {
                yield return $"{key} differs";
            }
        }

        foreach (var (key, items) in store.Lists)
        {
            if (!(await database.ListRangeAsync(key)).Select(Text).SequenceEqual(items.Select(item => Encoding.Latin1.GetString(item))))
            {
                yield return $"{key} differs";
            }
        }

        var known = store.Strings.Keys.Concat(store.Sets.Keys).Concat(store.Hashes.Keys).Concat(store.Lists.Keys).Append(Runtime.Cell.Sequence.ToString()).ToHashSet();
        await foreach (var key in Keys(redis))
        {
            if (!known.Contains(key.ToString()))
            {
                yield return $"{key} is stored on the server only";
            }
        }
    }

    private static async Task Clear(IConnectionMultiplexer redis)
    {
        await foreach (var key in Keys(redis))
        {
            await redis.GetDatabase().KeyDeleteAsync(key);
        }
    }

    private static IAsyncEnumerable<RedisKey> Keys(IConnectionMultiplexer redis) => redis.GetServers()[0].KeysAsync(pattern: Runtime.Cell.Key("*").ToString());

    private static string Text(RedisValue value) => Encoding.Latin1.GetString((byte[])value!);
}
