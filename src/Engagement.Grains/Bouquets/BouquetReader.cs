using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Bouquets;

/// <summary>Plain reads of bouquets, for pages.</summary>
public sealed class BouquetReader(StoreConnection store, RecordFormat format, Cell cell)
{
    /// <summary>The bouquet's record; null when there is none.</summary>
    public async Task<BouquetState?> Read(BouquetId bouquet)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(BouquetState.Kind, bouquet.ToString()));
        return record is null ? null : format.Read<BouquetState>(record);
    }

    /// <summary>Bouquets that a person gave, newest first.</summary>
    public async Task<IReadOnlyList<BouquetState>> Given(ParticipantId person)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(BouquetEffects.Given(person)), 0, -1, StackExchange.Redis.Order.Descending);
        var given = await Task.WhenAll(members.Select(member => Read(new BouquetId(OpaqueId.FromBytes((byte[])member!)))));
        return [.. given.OfType<BouquetState>()];
    }
}
