using Engagement.Contracts;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Engagement.Grains.Participants;

/// <summary>Plain reads of who may do what in the console.</summary>
public sealed class StaffReader(StoreConnection store, RecordFormat format, Cell cell, CellKeys keys, IOptions<OperatorOptions> configured)
{
    /// <summary>Everybody who is an operator now, by a record or by configuration.</summary>
    public async Task<IReadOnlySet<ParticipantId>> Operators()
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(ParticipantEffects.Operators));
        return members.Select(Id).Concat(Configured()).ToHashSet();
    }

    /// <summary>Everybody who has a role or is proposed for one.</summary>
    public async Task<IReadOnlyList<StaffMember>> All()
    {
        var members = (await store.Database.SortedSetRangeByRankAsync(cell.Key(ParticipantEffects.Staff))).Select(Id).Concat(Configured()).Distinct().ToArray();
        var records = members.Length == 0 ? [] : await store.Database.StringGetAsync([.. members.Select(id => cell.Record(ParticipantState.Kind, id.ToString()))]);
        return [.. records.Where(record => !record.IsNull).Select(record => format.Read<ParticipantState>((byte[])record!)).Where(person => person.IsOpen).Select(Member)];
    }

    private StaffMember Member(ParticipantState person) => new(person.Id, person.Name is { } name ? keys.Open(name, person.Salt) : null,
        [.. person.Roles ?? []], person.Operator, configured.Value.Names(person.Id), person.Proposed);

    private IEnumerable<ParticipantId> Configured() => configured.Value.Participants.Select(id => ParticipantId.TryParse(id, out var known) ? known : default);

    private static ParticipantId Id(RedisValue member) => new(OpaqueId.FromBytes((byte[])member!));
}
