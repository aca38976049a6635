using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Paper;

/// <summary>Plain reads of batches, for pages. Never activates one.</summary>
public sealed class BatchReader(StoreConnection store, RecordFormat format, Cell cell)
{
    /// <summary>The batch's record; null when there is none.</summary>
    public async Task<RoseBatchState?> Read(int number)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(RoseBatchState.Kind, number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return record is null ? null : format.Read<RoseBatchState>(record);
    }

    /// <summary>Batches, newest first, and how many there are.</summary>
    public async Task<(IReadOnlyList<RoseBatchState> Batches, long Total)> Newest(int skip, int take)
    {
        var (members, total) = (store.Database.SortedSetRangeByRankAsync(cell.Key(PaperEffects.Batches), skip, skip + take - 1, Order.Descending),
            store.Database.SortedSetLengthAsync(cell.Key(PaperEffects.Batches)));
        var batches = await Task.WhenAll((await members).Select(member => Read((int)member)));
        return ([.. batches.OfType<RoseBatchState>()], await total);
    }

    /// <summary>What a courier was given to hand out: printed roses whose codes are good, and how many of them began their way.</summary>
    public async Task<(int Roses, int OnTheWay)> CarriedBy(ParticipantId courier)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(PaperEffects.Carried(courier)));
        var batches = (await Task.WhenAll(members.Select(member => Read((int)member)))).OfType<RoseBatchState>().ToArray();
        return (batches.Sum(batch => batch.Size - batch.Dead), batches.Sum(batch => batch.OnTheWay));
    }

    /// <summary>Where a code leads: the batch and its rose, whether born or not. Null for a code that no batch has.</summary>
    public async Task<RoseBatchState?> Of(PaperCode code) => await Read(code.Batch) is { At: > 0 } batch && code.Serial < batch.Size ? batch : null;
}
