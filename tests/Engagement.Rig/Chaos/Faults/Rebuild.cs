using Engagement.Grains.Agenda;
using Engagement.Grains.Recounting;
using StackExchange.Redis;

namespace Engagement.Rig.Chaos.Faults;

/// <summary>Everything that is derived from the records is wiped, and built again from them: it must be the same to the last tie.</summary>
internal static class Rebuild
{
    private const string Prefix = "{jiangmen}:";

    public static async Task Strike(Stage stage)
    {
        await Task.WhenAll(stage.City.Silos.Select(silo => silo.Kill()));
        await using (var store = await stage.City.Store())
        {
            var before = await Derived(store);
            await Wipe(store, before.Keys.Select(entry => entry.Key).Distinct());
            var wiped = await Derived(store);
            var (dry, report) = await stage.City.Tool("recount", "--repair");
            if (dry != 1 || (await Derived(store)).Count != wiped.Count)
            {
                throw new RigException($"recount --repair ended with {dry} and must only tell: {report}");
            }

            var (exit, output) = await stage.City.Tool("recount", "--repair", "--yes");
            var after = await Derived(store);
            var different = before.Union(after).Except(before.Intersect(after)).Take(5).ToArray();
            if (exit != 0 || different.Length > 0)
            {
                throw new RigException($"recount --repair --yes ended with {exit}; different now: {string.Join(", ", different)}; {output}");
            }

            stage.Notes.Add(FormattableString.Invariant($"kill -9 every silo, {before.Count - wiped.Count:n0} derived entries wiped and built again from the records"));
        }

        foreach (var silo in stage.City.Silos)
        {
            silo.Start();
        }

        await stage.Healed();
    }

    // Every derived entry with its exact value. A counter that is zero is none.
    private static async Task<Dictionary<(string Key, string Member), double>> Derived(ConnectionMultiplexer store)
    {
        var (redis, all) = (store.GetDatabase(), new Dictionary<(string, string), double>());
        await foreach (var key in store.GetServers().Single().KeysAsync(pattern: Prefix + "*", pageSize: 1_000))
        {
            var name = ((string)key!)[Prefix.Length..];
            switch (CellMap.RoleOf(name))
            {
                case KeyRole.Counter:
                    foreach (var entry in (await redis.HashGetAllAsync(key)).Where(entry => entry.Value != 0))
                    {
                        all[(name, Members.Text(entry.Name))] = (double)entry.Value;
                    }

                    break;
                case KeyRole.Board or KeyRole.Index or KeyRole.Agenda:
                    foreach (var entry in (await redis.SortedSetRangeByRankWithScoresAsync(key)).Where(entry => !AgendaEntry.IsMessage((string)entry.Element!)))
                    {
                        all[(name, Members.Text(entry.Element))] = entry.Score;
                    }

                    break;
            }
        }

        return all;
    }

    // A message to another record is primary: it stays.
    private static async Task Wipe(ConnectionMultiplexer store, IEnumerable<string> names)
    {
        var redis = store.GetDatabase();
        foreach (var name in names)
        {
            if (CellMap.RoleOf(name) == KeyRole.Agenda)
            {
                var entries = await redis.SortedSetRangeByRankAsync(Prefix + name);
                await redis.SortedSetRemoveAsync(Prefix + name, [.. entries.Where(entry => !AgendaEntry.IsMessage((string)entry!))]);
            }
            else
            {
                await redis.KeyDeleteAsync(Prefix + name);
            }
        }
    }
}
