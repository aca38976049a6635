using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Hours.Cases;

/// <summary>Plain reads of cases: for reviewers, and for whoever issues certificates.</summary>
public sealed class HoursCaseReader(StoreConnection store, RecordFormat format, Cell cell)
{
    private const int Looked = 200;

    /// <summary>The record; null when there is none.</summary>
    public async Task<HoursCaseState?> Read(HoursCaseId id)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(HoursCaseState.Kind, id.ToString()));
        return record is null ? null : format.Read<HoursCaseState>(record);
    }

    /// <summary>
    /// Open cases that hold a certificate with these entries on it: about the volunteer, an activity, an organisation's make-ups, or what one person entered
    /// by hand. Empty: it may be issued. The holder is told that somebody looks at it, never which signal it was.
    /// </summary>
    public async Task<IReadOnlyList<HoursCaseId>> Holding(IEnumerable<ServiceRecord> entries)
    {
        var subjects = entries.SelectMany(HoursCaseEffects.Subjects).Distinct();
        var open = await Task.WhenAll(subjects.Select(subject => store.Database.SortedSetRangeByRankAsync(cell.Key(HoursCaseEffects.On(subject)))));
        return [.. open.SelectMany(page => page).Distinct().Select(member => new HoursCaseId(OpaqueId.FromBytes((byte[])member!)))];
    }

    /// <summary>Open cases of these districts (null for those without one), longest open first.</summary>
    public Task<IReadOnlyList<HoursCaseState>> Open(IEnumerable<string?> districts) => Load(districts.Select(HoursCaseEffects.Open), Order.Ascending);

    /// <summary>Closed cases of these districts, newest first.</summary>
    public Task<IReadOnlyList<HoursCaseState>> Closed(IEnumerable<string?> districts) => Load(districts.Select(HoursCaseEffects.Closed), Order.Descending);

    private async Task<IReadOnlyList<HoursCaseState>> Load(IEnumerable<string> sets, Order order)
    {
        var pages = await Task.WhenAll(sets.Select(set => store.Database.SortedSetRangeByRankAsync(cell.Key(set), 0, Looked - 1, order)));
        var states = (await Task.WhenAll(pages.SelectMany(page => page).Select(member => Read(new(OpaqueId.FromBytes((byte[])member!)))))).OfType<HoursCaseState>();
        return [.. order == Order.Ascending ? states.OrderBy(state => state.OpenedAt) : states.OrderByDescending(state => state.ClosedAt)];
    }
}
