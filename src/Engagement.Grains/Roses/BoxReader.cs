using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Roses;

/// <summary>A person's roses.</summary>
public enum Box
{
    /// <summary>In their hands.</summary>
    Held = 0,

    /// <summary>Given by them, passed on included.</summary>
    Sent,

    /// <summary>Taken by them.</summary>
    Received,

    /// <summary>Addressed to them and not taken yet.</summary>
    Inbox,
}

/// <summary>A page of a box, newest first.</summary>
/// <param name="Roses">Each rose with the instant at which it came into the box.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record BoxPage(IReadOnlyList<(RoseState Rose, DateTimeOffset At)> Roses, string? Next);

/// <summary>Plain reads of people's boxes.</summary>
public sealed class BoxReader(StoreConnection store, RoseReader roses, Cell cell)
{
    /// <summary>How many roses a box holds.</summary>
    public Task<long> Count(ParticipantId person, Box box) => store.Database.SortedSetLengthAsync(cell.Key(KeyOf(person, box)));

    /// <summary>A page of at most <paramref name="take"/>, after the place that <paramref name="cursor"/> marks.</summary>
    /// <returns>Null for a malformed cursor.</returns>
    public async Task<BoxPage?> Read(ParticipantId person, Box box, string? cursor, int take)
    {
        var key = cell.Key(KeyOf(person, box));
        if (await StartOf(key, cursor) is not { } start)
        {
            return null;
        }

        var entries = await store.Database.SortedSetRangeByRankWithScoresAsync(key, start, start + take, Order.Descending);
        var page = entries.Take(take).ToArray();
        var states = await roses.Read([.. page.Select(entry => Id(entry.Element))]);
        var next = entries.Length > take ? string.Create(CultureInfo.InvariantCulture, $"{(long)page[^1].Score}_{Id(page[^1].Element)}") : null;
        return new([.. page.Zip(states).Where(pair => pair.Second is not null)
            .Select(pair => (pair.Second!, DateTimeOffset.FromUnixTimeMilliseconds((long)pair.First.Score)))], next);
    }

    // The rank after the cursor's rose; when it left the box meanwhile, the first rank with a lower score.
    private async Task<long?> StartOf(RedisKey key, string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return 0;
        }

        var parts = cursor.Split('_', 2);
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var score) || !RoseId.TryParse(parts[1], out var rose))
        {
            return null;
        }

        return await store.Database.SortedSetRankAsync(key, RoseEffects.Member(rose), Order.Descending) is { } rank
            ? rank + 1
            : await store.Database.SortedSetLengthAsync(key, score, double.PositiveInfinity, Exclude.None);
    }

    private static RoseId Id(RedisValue member) => new(OpaqueId.FromBytes((byte[])member!));

    private static string KeyOf(ParticipantId person, Box box) => box switch
    {
        Box.Held => RoseEffects.Held(person),
        Box.Sent => RoseEffects.Sent(person),
        Box.Received => RoseEffects.Received(person),
        _ => RoseEffects.Inbox(person),
    };
}
