using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Hours.MakeUps;

/// <summary>Plain reads of make-up entries on their way.</summary>
public sealed class MakeUpReader(StoreConnection store, RecordFormat format, Cell cell)
{
    private const int Looked = 200;

    /// <summary>The record; null when there is none.</summary>
    public async Task<MakeUpState?> Read(MakeUpId makeUp)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(MakeUpState.Kind, makeUp.ToString()));
        return record is null ? null : format.Read<MakeUpState>(record);
    }

    /// <summary>What waits for a volunteer's word, longest waiting first.</summary>
    public Task<IReadOnlyList<MakeUpState>> For(ParticipantId volunteer) => Load([MakeUpEffects.For(volunteer)]);

    /// <summary>What waits for another person of these organisations, or for reviewers of these districts (null for those without one), longest waiting first.</summary>
    public Task<IReadOnlyList<MakeUpState>> Waiting(IEnumerable<string> organisations, IEnumerable<string?> districts) =>
        Load([.. organisations.Select(MakeUpEffects.Queue), .. districts.Select(MakeUpEffects.In)]);

    private async Task<IReadOnlyList<MakeUpState>> Load(IReadOnlyList<string> sets)
    {
        var members = await Task.WhenAll(sets.Select(set => store.Database.SortedSetRangeByRankAsync(cell.Key(set), 0, Looked - 1)));
        var states = await Task.WhenAll(members.SelectMany(page => page).Distinct().Select(member => Read(new(OpaqueId.FromBytes((byte[])member!)))));
        return [.. states.OfType<MakeUpState>().OrderBy(makeUp => makeUp.ProposedAt)];
    }
}
