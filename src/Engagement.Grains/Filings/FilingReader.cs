using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Filings;

/// <summary>A service of an organisation, what it counts now, and how far it is on its way out.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Net">Minutes now, offsets included.</param>
/// <param name="Filing">The filing; one without a stage when it never went out.</param>
public sealed record FiledEntry(ServiceRecord Entry, int Net, FilingState Filing);

/// <summary>Plain reads of filings.</summary>
public sealed class FilingReader(StoreConnection store, RecordFormat format, Cell cell, HourReader hours)
{
    private const int Page = 250;

    /// <summary>The filing; null when the entry never went out.</summary>
    public async Task<FilingState?> Read(ServiceRecordId entry)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(FilingState.Kind, entry.ToString()));
        return record is null ? null : format.Read<FilingState>(record);
    }

    /// <summary>Everything that an organisation recorded, oldest first; what was brought in from other systems is theirs to file.</summary>
    public async IAsyncEnumerable<FiledEntry> All(string organisation)
    {
        for (var (skip, page) = (0, await hours.Recorded(organisation, 0, Page)); page.Count > 0; page = await hours.Recorded(organisation, skip, Page))
        {
            foreach (var entry in await Task.WhenAll(page.Where(entry => entry.Offsets.IsNone).Select(Line)))
            {
                yield return entry;
            }

            skip += Page;
        }
    }

    /// <summary>What is to be sent, oldest first: services that never went out, were refused, or count other minutes by now.</summary>
    public IAsyncEnumerable<FiledEntry> Waiting(string organisation) => All(organisation).Where(line => line.Filing.Waits(line.Net));

    /// <summary>How many of an organisation's services are at this stage.</summary>
    public Task<long> Count(string organisation, FilingStage stage) => store.Database.SortedSetLengthAsync(cell.Key(FilingEffects.Of(organisation, stage)));

    /// <summary>Services at a stage, those that came there last in front.</summary>
    public async Task<IReadOnlyList<FiledEntry>> At(string organisation, FilingStage stage, int take) =>
        await Lines(await store.Database.SortedSetRangeByRankAsync(cell.Key(FilingEffects.Of(organisation, stage)), 0, take - 1, Order.Descending));

    /// <summary>The batch; null when there is none.</summary>
    public async Task<FilingBatchState?> Batch(string batch)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(FilingBatchState.Kind, batch));
        return record is null ? null : format.Read<FilingBatchState>(record);
    }

    /// <summary>An organisation's batches, newest first, each with its instant and how many services are still in it.</summary>
    public async Task<IReadOnlyList<(string Batch, long At, long Entries)>> Batches(string organisation, int take)
    {
        var batches = await store.Database.SortedSetRangeByRankWithScoresAsync(cell.Key(FilingEffects.Batches(organisation)), 0, take - 1, Order.Descending);
        return await Task.WhenAll(batches.Select(async one =>
            ((string)one.Element!, (long)one.Score, await store.Database.SortedSetLengthAsync(cell.Key(FilingEffects.In(organisation, (string)one.Element!))))));
    }

    /// <summary>A batch's services, in their order.</summary>
    public async Task<IReadOnlyList<FiledEntry>> In(string organisation, string batch) =>
        await Lines(await store.Database.SortedSetRangeByRankAsync(cell.Key(FilingEffects.In(organisation, batch))));

    private async Task<IReadOnlyList<FiledEntry>> Lines(RedisValue[] members)
    {
        var entries = await hours.Load(Task.FromResult(members));
        return await Task.WhenAll(entries.Select(Line));
    }

    private async Task<FiledEntry> Line(ServiceRecord entry)
    {
        var (around, filing) = (hours.Between(entry.Volunteer, entry.From, entry.From), Read(entry.Id));
        return new(entry, (await around).Where(other => other.Root == entry.Id).Sum(other => other.Minutes), await filing ?? new());
    }
}
