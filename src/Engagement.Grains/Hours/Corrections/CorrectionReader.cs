using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Hours.Corrections;

/// <summary>Plain reads of correction requests.</summary>
public sealed class CorrectionReader(StoreConnection store, RecordFormat format, Cell cell)
{
    private const int Looked = 200;

    /// <summary>The record; null when there is none.</summary>
    public async Task<CorrectionState?> Read(CorrectionId correction)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(CorrectionState.Kind, correction.ToString()));
        return record is null ? null : format.Read<CorrectionState>(record);
    }

    /// <summary>A volunteer's requests, newest first; at most 200.</summary>
    public async Task<IReadOnlyList<CorrectionState>> Of(ParticipantId volunteer) =>
        [.. (await Load([CorrectionEffects.Of(volunteer)], Order.Descending)).OrderByDescending(correction => correction.AskedAt)];

    /// <summary>What waits for these organisations, and for the reviewers of these districts (null for those without one), longest waiting first.</summary>
    public async Task<IReadOnlyList<CorrectionState>> Waiting(IEnumerable<string> organisations, IEnumerable<string?> districts) =>
        [.. (await Load([.. organisations.Select(CorrectionEffects.Queue), .. districts.Select(CorrectionEffects.Escalated)], Order.Ascending)).OrderBy(correction => correction.AskedAt)];

    private async Task<IEnumerable<CorrectionState>> Load(IReadOnlyList<string> sets, Order order)
    {
        var members = await Task.WhenAll(sets.Select(set => store.Database.SortedSetRangeByRankAsync(cell.Key(set), 0, Looked - 1, order)));
        var states = await Task.WhenAll(members.SelectMany(page => page).Distinct().Select(member => Read(new(OpaqueId.FromBytes((byte[])member!)))));
        return states.OfType<CorrectionState>();
    }
}
