using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Roses;

/// <summary>Plain reads of roses and their hop lists, for pages and for what a grain gathers. Never activates a rose.</summary>
public sealed class RoseReader(StoreConnection store, RecordFormat format, Cell cell)
{
    /// <summary>Roses looked at to tell whether two people know each other.</summary>
    public const int KnownWithin = 200;

    /// <summary>The rose's record; null when there is none.</summary>
    public async Task<RoseState?> Read(RoseId rose)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(RoseState.Kind, rose.ToString()));
        return record is null ? null : format.Read<RoseState>(record);
    }

    /// <summary>
    /// The record and <see cref="People"/> of one moment: a claim between the two reads would show its people without its
    /// hop. The version is read again behind them, and all three while it moved. Null when there is no such rose.
    /// </summary>
    public async Task<(RoseState Rose, long People)?> ReadWithPeople(RoseId rose)
    {
        var key = cell.Record(RoseState.Kind, rose.ToString());
        while (true)
        {
            var (record, people, version) = (store.Database.StringGetAsync(key), store.Database.HashLengthAsync(cell.Key(RoseEffects.People(rose))),
                store.Database.StringGetRangeAsync(key, 0, RecordFormat.HeaderLength - 1));
            await Task.WhenAll(record, people, version);
            byte[]? bytes = await record;
            if (bytes is null)
            {
                return null;
            }

            var state = format.Read<RoseState>(bytes);
            if (state.Hops <= 1 || (byte[]?)await version is { } now && now.SequenceEqual(bytes.Take(RecordFormat.HeaderLength)))
            {
                return (state, state.Hops <= 1 ? state.FewPeople : await people);
            }
        }
    }

    /// <summary>Several records, in order; null where there is none.</summary>
    public async Task<IReadOnlyList<RoseState?>> Read(IReadOnlyList<RoseId> roses)
    {
        if (roses.Count == 0)
        {
            return [];
        }

        var records = await store.Database.StringGetAsync([.. roses.Select(rose => cell.Record(RoseState.Kind, rose.ToString()))]);
        return [.. records.Select(record => record.IsNull ? null : format.Read<RoseState>((byte[])record!))];
    }

    /// <summary>Hops that left the record, from number <paramref name="first"/> on, at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<Hop>> OlderHops(RoseId rose, int first, int take)
    {
        var items = await store.Database.ListRangeAsync(cell.Key(RoseEffects.Hops(rose)), first - 1, first + take - 2);
        return [.. items.Select(item => format.ReadItem<Hop>((byte[])item!))];
    }

    /// <summary>Hops after number <paramref name="after"/>, at most <paramref name="take"/>, the newest included.</summary>
    public async Task<IReadOnlyList<Hop>> Hops(RoseState rose, int after, int take)
    {
        var older = after < rose.Hops - 1 ? await OlderHops(rose.Id, after + 1, take) : [];
        return rose.Latest is { } latest && latest.Number > after && older.Count < take && (older.Count == 0 || older[^1].Number == latest.Number - 1)
            ? [.. older, latest]
            : older;
    }

    /// <summary>Distinct people whom the rose has passed through, its sender included.</summary>
    public async Task<long> People(RoseState rose) => rose.Hops switch
    {
        <= 1 => rose.FewPeople,
        _ => await store.Database.HashLengthAsync(cell.Key(RoseEffects.People(rose.Id))),
    };

    /// <summary>Whether the person is among those whom the rose has passed through, from its second hop on.</summary>
    public Task<bool> WasWith(RoseId rose, ParticipantId person) =>
        store.Database.HashExistsAsync(cell.Key(RoseEffects.People(rose)), OpaqueId.Bytes(person.Value));

    /// <summary>Whether a hop is the counted one of its pair and day.</summary>
    public async Task<bool> IsCounted(RoseId rose, Hop hop) =>
        await store.Database.HashGetAsync(cell.Key(hop.PairGuard), hop.PairMember) == hop.Owner(rose);

    /// <summary>Whether a rose passed between the two, among the latest 200 that either gave.</summary>
    public async Task<bool> KnowEachOther(ParticipantId a, ParticipantId b) => await Gave(a, b) || await Gave(b, a);

    private async Task<bool> Gave(ParticipantId from, ParticipantId to)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(RoseEffects.Sent(from)), 0, KnownWithin - 1, Order.Descending);
        var roses = await Read([.. members.Select(member => new RoseId(OpaqueId.FromBytes((byte[])member!)))]);
        return roses.Any(rose => rose?.Latest is { } hop && hop.From == from && hop.To == to);
    }
}
