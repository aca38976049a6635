using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Needs;

/// <summary>Plain reads of orders.</summary>
public sealed class NeedReader(StoreConnection store, RecordFormat format, Cell cell, SeededCatalogue catalogue)
{
    private const int Most = 200;

    /// <summary>The order's record; null when there is none.</summary>
    public async Task<NeedState?> Read(NeedId need)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(NeedState.Kind, need.ToString()));
        return record is null ? null : format.Read<NeedState>(record);
    }

    /// <summary>A person's orders, newest first.</summary>
    public Task<IReadOnlyList<NeedState>> Of(ParticipantId person, int take = Most) => Load(NeedEffects.Of(person), take, Order.Descending);

    /// <summary>What an organisation is asked for, or took, newest first.</summary>
    public Task<IReadOnlyList<NeedState>> At(string organisation) => Load(NeedEffects.At(organisation), Most, Order.Descending);

    /// <summary>What waits for the centre of these districts, longest waiting first; null for all.</summary>
    public async Task<IReadOnlyList<NeedState>> Queue(IReadOnlyList<string>? districts) =>
        [.. (await Task.WhenAll((districts ?? catalogue.Reference.Districts.Select(district => district.Code)).Select(district => Load(NeedEffects.Queue(district), Most, Order.Ascending))))
            .SelectMany(queue => queue).OrderBy(need => need.OrderedAt)];

    private async Task<IReadOnlyList<NeedState>> Load(string set, int take, Order order)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(set), 0, take - 1, order);
        return [.. (await Task.WhenAll(members.Select(member => Read(new NeedId(OpaqueId.FromBytes((byte[])member!)))))).OfType<NeedState>()];
    }
}
