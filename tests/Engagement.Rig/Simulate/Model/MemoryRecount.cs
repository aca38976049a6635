using System.Text;
using Engagement.Grains.Agenda;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Participants;
using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Rig.Simulate.Model;

/// <summary>The product's recount on a <see cref="MemoryStore"/>: its own expectations, guards, chains, comparison and conservation; only the reading is another's.</summary>
internal static class MemoryRecount
{
    /// <summary>Every entry that is not what the records say.</summary>
    public static List<Difference> Run(MemoryStore store, DateTimeOffset now, RoseOptions options)
    {
        var prefix = Runtime.Cell.Key("").ToString();
        var guards = new Guards(options.ReceiptsPerDay);
        string Name(string key) => key[prefix.Length..];
        foreach (var (key, entries) in store.Hashes.Where(hash => CellMap.RoleOf(Name(hash.Key)) == KeyRole.Guard))
        {
            foreach (var (member, owner) in entries)
            {
                guards.Read(Name(key), new(Bytes(member), Bytes(owner)));
            }
        }

        var (expected, found) = (new Expected(guards), new List<Difference>());
        var conservation = new Conservation(now.ToUnixTimeMilliseconds(), options.KeptHours);
        foreach (var (key, value) in store.Strings)
        {
            var state = RecordKinds.All[Name(key)[..Name(key).IndexOf(':')]](Runtime.Format, value);
            switch (state)
            {
                case RoseState rose:
                    rose.Older = store.Lists.GetValueOrDefault(prefix + RoseEffects.Hops(rose.Id))?.Select(item => Runtime.Format.ReadItem<Hop>(item)).ToArray();
                    found.AddRange(HopList.Check(rose, guards));
                    conservation.Add(rose);
                    break;
                case BouquetState bouquet:
                    conservation.Add(bouquet);
                    break;
                case ParticipantState person:
                    conservation.Add(person);
                    break;
            }

            expected.Add(state);
        }

        var comparison = new Comparison(found);
        foreach (var (key, entries) in store.Hashes.Where(hash => CellMap.RoleOf(Name(hash.Key)) == KeyRole.Counter))
        {
            comparison.Counter(expected.Counters, Name(key), [.. entries.Select(entry => new HashEntry(Bytes(entry.Key), entry.Value))]);
        }

        foreach (var (key, entries) in store.Sets)
        {
            Compare(comparison, expected, conservation, found, Name(key), entries);
        }

        comparison.Missing(expected);
        return [.. found, .. guards.Differences(), .. conservation.Differences()];
    }

    private static void Compare(Comparison comparison, Expected expected, Conservation conservation, List<Difference> found, string name, Dictionary<string, double> entries)
    {
        SortedSetEntry[] stored = [.. entries.Where(entry => name != RoseEffects.Agenda || !AgendaEntry.IsMessage(entry.Key))
            .Select(entry => new SortedSetEntry(Bytes(entry.Key), entry.Value))];
        if (CellMap.RoleOf(name) == KeyRole.Board)
        {
            comparison.Board(expected.Boards, name, stored);
            return;
        }

        comparison.Index(expected.Indexes, name, stored);
        foreach (var message in name == RoseEffects.Agenda ? entries.Keys.Where(AgendaEntry.IsMessage) : [])
        {
            found.AddRange(conservation.Add(message) is { } wrong ? [new("agenda", name, message, "a message", wrong)] : []);
        }
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
