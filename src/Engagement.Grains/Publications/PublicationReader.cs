using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Publications;

/// <summary>Plain reads of publications and their bodies.</summary>
public sealed class PublicationReader(StoreConnection store, RecordFormat format, Cell cell)
{
    /// <summary>The record; null before the period began.</summary>
    public async Task<PublicationState?> Read(PublicationPeriod period)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(PublicationState.Kind, period.ToString()));
        return record is null ? null : format.Read<PublicationState>(record);
    }

    /// <summary>Periods that are over, newest first.</summary>
    public async Task<IReadOnlyList<PublicationState>> Over(int take)
    {
        var names = await store.Database.SortedSetRangeByRankAsync(cell.Key(PublicationState.Over), 0, take - 1, Order.Descending);
        var records = names.Length == 0 ? [] : await store.Database.StringGetAsync([.. names.Select(name => cell.Record(PublicationState.Kind, name!))]);
        return [.. records.Where(record => !record.IsNull).Select(record => format.Read<PublicationState>((byte[])record!))];
    }

    /// <summary>The body of an edition.</summary>
    /// <exception cref="InvalidDataException">It is gone, or its bytes are not those that were hashed.</exception>
    public async Task<byte[]> Body(string period, Edition edition)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(EditionState.Kind, EditionState.IdOf(period, edition.Body)));
        var body = record is null ? throw new InvalidDataException($"The body of {period}.{edition.Body} is gone.") : format.Read<EditionState>(record).Body;
        return SnapshotFormat.Hash(body) == edition.Hash ? body : throw new InvalidDataException($"The body of {period}.{edition.Body} is not what was hashed.");
    }
}
