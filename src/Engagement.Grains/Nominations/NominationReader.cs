using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Nominations;

/// <summary>Plain reads of public thanks, for the page of a code.</summary>
public sealed class NominationReader(StoreConnection store, RecordFormat format, Cell cell)
{
    /// <summary>The record whose code this is now; null for none.</summary>
    public async Task<NominationsState?> Find(string? typed)
    {
        if (ShortCode.Read(typed, NominationGrain.CodeLength) is not { } code)
        {
            return null;
        }

        // All scores are 0, so the set is in alphabetical order and the code alone finds its courier.
        RedisValue from = code + " ", to = code + "!";
        var found = await store.Database.SortedSetRangeByValueAsync(cell.Key(NominationEffects.Codes), from, to, Exclude.Stop, take: 1);
        if (found is not [var member] || ((string)member!).Split(' ') is not [_, var courier])
        {
            return null;
        }

        byte[]? record = await store.Database.StringGetAsync(cell.Record(NominationsState.Kind, courier));
        return record is not null && format.Read<NominationsState>(record) is { } state && state.Code == code ? state : null;
    }
}
