using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Hours.Corrections;

/// <summary>Plain reads of correction requests.</summary>
public sealed class CorrectionReader(StoreConnection store, RecordFormat format, Cell cell)
{
    private const int Looked = 200;

    /// <summary>The record; null when there is none.</summary>
    public async Task<HourCorrectionState?> Read(CorrectionId correction)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(HourCorrectionState.Kind, correction.ToString()));
        return record is null ? null : format.Read<HourCorrectionState>(record);
    }

    /// <summary>A volunteer's requests, newest first.</summary>
    public async Task<IReadOnlyList<HourCorrectionState>> Of(ParticipantId volunteer, int skip, int take) =>
        [.. (await Load(await store.Database.SortedSetRangeByRankAsync(cell.Key(CorrectionEffects.Of(volunteer)), skip, skip + take - 1, Order.Descending)))];

    /// <summary>What waits for these organisations, and for the reviewers of these districts (null for those without one), longest waiting first.</summary>
    public async Task<IReadOnlyList<HourCorrectionState>> Waiting(IEnumerable<string> organisations, IEnumerable<string?> districts)
    {
        var sets = organisations.Select(CorrectionEffects.Queue).Concat(districts.Select(CorrectionEffects.Escalated));
        var members = await Task.WhenAll(sets.Select(set => store.Database.SortedSetRangeByRankAsync(cell.Key(set), 0, Looked - 1)));
        return [.. (await Load(members.SelectMany(page => page).Distinct())).OrderBy(correction => correction.AskedAt)];
    }

    private async Task<IEnumerable<HourCorrectionState>> Load(IEnumerable<RedisValue> members) =>
        (await Task.WhenAll(members.Select(member => Read(new(OpaqueId.FromBytes((byte[])member!)))))).OfType<HourCorrectionState>();
}
