using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Imports;

/// <summary>Plain reads of uploads of hours.</summary>
public sealed class HourImportReader(StoreConnection store, RecordFormat format, Cell cell)
{
    private const int Looked = 100;

    /// <summary>An organisation's latest uploads.</summary>
    public Task<IReadOnlyList<HourImportView>> Of(string organisation, int take) =>
        Load(store.Database.SortedSetRangeByRankAsync(cell.Key(ImportEffects.Of(organisation)), 0, take - 1, Order.Descending));

    /// <summary>Uploads that wait for approval, longest waiting first.</summary>
    public Task<IReadOnlyList<HourImportView>> Waiting() => Load(store.Database.SortedSetRangeByRankAsync(cell.Key(ImportEffects.Waiting), 0, Looked - 1));

    /// <summary>Faulty rows of an upload, part by part.</summary>
    public async IAsyncEnumerable<RowFault> Faults(HourImportView import)
    {
        for (var number = 0; number < import.Parts; number++)
        {
            byte[]? record = await store.Database.StringGetAsync(cell.Record(HourImportPartState.Kind, HourImportPartState.IdOf(import.Id, number)));
            if (record is null)
            {
                yield break;
            }

            foreach (var fault in format.Read<HourImportPartState>(record).Faults.OrderBy(fault => fault.Line))
            {
                yield return fault;
            }
        }
    }

    /// <summary>How many rows of an upload are in each stage.</summary>
    public async Task<IReadOnlyDictionary<HourRowStage, long>> Stages(string import) =>
        (await store.Database.HashGetAllAsync(cell.Key(ImportEffects.Stages(import)))).Where(field => (long)field.Value > 0)
            .ToDictionary(field => Enum.Parse<HourRowStage>((string)field.Name!), field => (long)field.Value);

    private async Task<IReadOnlyList<HourImportView>> Load(Task<RedisValue[]> ids)
    {
        var records = await Task.WhenAll((await ids).Select(id => store.Database.StringGetAsync(cell.Record(HourImportState.Kind, (string)id!))));
        return [.. records.Where(record => !record.IsNull).Select(record => HourImportRules.View(format.Read<HourImportState>((byte[])record!)))];
    }
}
