using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Couriers;

/// <summary>Plain reads of a company's roster and uploads.</summary>
public sealed class RosterReader(StoreConnection store, RecordFormat format, Cell cell, CellKeys keys)
{
    /// <summary>A page of the roster, by the instant of listing.</summary>
    public async Task<IReadOnlyList<(PhoneKey Phone, RosterView Row)>> Page(string company, int skip, int take)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(CourierEffects.Roster(company)), skip, skip + take - 1);
        PhoneKey[] phones = [.. members.Select(member => new PhoneKey(OpaqueId.FromBytes((byte[])member!)))];
        var records = await store.Database.StringGetAsync([.. phones.Select(phone => cell.Record(RosterState.Kind, phone.ToString()))]);
        return [.. phones.Zip(records).Select(pair => (pair.First, View(company, pair.Second))).Where(row => row.Item2 is not null).Select(row => (row.First, row.Item2!))];
    }

    /// <summary>Who confirmed that a number is theirs; default for nobody.</summary>
    public async Task<ParticipantId> CourierOf(PhoneKey phone)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(RosterState.Kind, phone.ToString()));
        return record is null ? default : format.Read<RosterState>(record).Courier;
    }

    /// <summary>How many numbers a company lists.</summary>
    public Task<long> Listed(string company) => store.Database.SortedSetLengthAsync(cell.Key(CourierEffects.Roster(company)));

    /// <summary>How many couriers ride for a company now; null for the pool.</summary>
    public async Task<long> Enrolled(string? company) => (long?)await store.Database.HashGetAsync(cell.Key(CourierEffects.Couriers), CourierEffects.Field(company)) ?? 0;

    /// <summary>A company's latest uploads, newest first.</summary>
    public async Task<IReadOnlyList<ImportView>> Imports(string company, int take)
    {
        var ids = await store.Database.SortedSetRangeByRankAsync(cell.Key(ImportState.Of(company)), 0, take - 1, Order.Descending);
        var records = await store.Database.StringGetAsync([.. ids.Select(id => cell.Record(ImportState.Kind, (string)id!))]);
        return [.. records.Where(record => record.HasValue).Select(record => ImportRules.View(format.Read<ImportState>((byte[])record!)))];
    }

    private RosterView? View(string company, RedisValue record) =>
        record.IsNull || format.Read<RosterState>((byte[])record!) is not { } roster || roster.Of(company) is not { } listing ? null : RosterRules.View(roster, listing, keys);
}
