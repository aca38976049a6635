using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Acts;

/// <summary>Plain reads of civic acts, for pages and records.</summary>
public sealed class ActReader(StoreConnection store, RecordFormat format, Cell cell)
{
    /// <summary>The act's record; null when there is none.</summary>
    public async Task<CivicActState?> Read(CivicActId act)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(CivicActState.Kind, act.ToString()));
        return record is null ? null : format.Read<CivicActState>(record);
    }

    /// <summary>A courier's acts, newest first.</summary>
    public Task<IReadOnlyList<CivicActState>> Of(ParticipantId courier, int skip, int take) =>
        Load(store.Database.SortedSetRangeByRankAsync(cell.Key(ActEffects.Of(courier)), skip, skip + take - 1, Order.Descending));

    /// <summary>How many acts a courier ever logged.</summary>
    public Task<long> Count(ParticipantId courier) => store.Database.SortedSetLengthAsync(cell.Key(ActEffects.Of(courier)));

    /// <summary>Acts that show the same photo, earliest first.</summary>
    public Task<IReadOnlyList<CivicActState>> WithPhoto(string hash, int take) =>
        Load(store.Database.SortedSetRangeByRankAsync(cell.Key(ActEffects.WithPhoto(hash)), 0, take - 1));

    /// <summary>The act that a passing of a rose, or a person on one day, attested; null for none.</summary>
    public async Task<CivicActId?> Attested(string witness)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ActWitness.Kind, witness));
        return record is null ? null : format.Read<ActWitness>(record).Act;
    }

    internal async Task<IReadOnlyList<CivicActState>> Load(Task<RedisValue[]> members)
    {
        var acts = await Task.WhenAll((await members).Select(member => Read(new CivicActId(OpaqueId.FromBytes((byte[])member!)))));
        return [.. acts.OfType<CivicActState>()];
    }
}
