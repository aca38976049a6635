using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Imports;

/// <summary>Plain reads of rows from other systems.</summary>
public sealed class HourRowReader(StoreConnection store, RecordFormat format, Cell cell)
{
    /// <summary>The row; null when there is none.</summary>
    public async Task<HourRowState?> Read(HourRowId row)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(HourRowState.Kind, row.ToString()));
        return record is null ? null : format.Read<HourRowState>(record);
    }

    /// <summary>A volunteer's rows that wait for their word, by the instant of the service, and how many there are.</summary>
    public async Task<(IReadOnlyList<HourRowState> Rows, long Total)> For(ParticipantId volunteer, int take)
    {
        var key = cell.Key(ImportEffects.For(volunteer));
        var (total, members) = (store.Database.SortedSetLengthAsync(key), await store.Database.SortedSetRangeByRankAsync(key, 0, take - 1));
        var rows = await Task.WhenAll(members.Select(member => Read(new(OpaqueId.FromBytes((byte[])member!)))));
        return ([.. rows.OfType<HourRowState>()], await total);
    }
}
