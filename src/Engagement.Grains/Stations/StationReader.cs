using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Stations;

/// <summary>Plain reads of stations and of the roses they received, for pages.</summary>
public sealed class StationReader(StoreConnection store, RecordFormat format, Cell cell, RoseReader roses)
{
    /// <summary>The station's record; null when there is none.</summary>
    public async Task<StationState?> Read(StationId station)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(StationState.Kind, station.ToString()));
        return record is null ? null : format.Read<StationState>(record);
    }

    /// <summary>All stations, oldest first.</summary>
    public async Task<IReadOnlyList<StationState>> All()
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(StationEffects.All));
        if (members.Length == 0)
        {
            return [];
        }

        var records = await store.Database.StringGetAsync([.. members.Select(member => cell.Record(StationState.Kind, OpaqueId.Format(OpaqueId.FromBytes((byte[])member!))))]);
        return [.. records.Where(record => !record.IsNull).Select(record => format.Read<StationState>((byte[])record!))];
    }

    /// <summary>Roses that the station received, ever.</summary>
    public Task<long> Received(StationId station) => store.Database.SortedSetLengthAsync(cell.Key(RoseEffects.Received(station.InChains)));

    /// <summary>Roses that lie there for the next visitor, those that have lain longest first, and how many there are.</summary>
    public async Task<(IReadOnlyList<RoseState> Roses, long Total)> Lying(StationId station, int take)
    {
        var key = cell.Key(RoseEffects.Lying(station.InChains));
        var (members, total) = (store.Database.SortedSetRangeByRankAsync(key, 0, take - 1), store.Database.SortedSetLengthAsync(key));
        var found = await roses.Read([.. (await members).Select(member => new RoseId(OpaqueId.FromBytes((byte[])member!)))]);
        return ([.. found.OfType<RoseState>().Where(rose => rose.Lies)], await total);
    }

    /// <summary>The latest roses that it received and that stand, newest first.</summary>
    public async Task<IReadOnlyList<Hop>> Latest(StationId station, int take)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(RoseEffects.Received(station.InChains)), 0, take - 1, Order.Descending);
        var found = await roses.Read([.. members.Select(member => new RoseId(OpaqueId.FromBytes((byte[])member!)))]);
        return [.. found.OfType<RoseState>().Where(rose => rose.Status == RoseStatus.Held && rose.Latest?.To == station.InChains).Select(rose => rose.Latest!)];
    }
}
