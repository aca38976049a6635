using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Rankings;

/// <summary>A period of a board.</summary>
public enum Period
{
    /// <summary>Today in Shanghai.</summary>
    Day = 0,

    /// <summary>This week, from Monday.</summary>
    Week,

    /// <summary>The whole campaign.</summary>
    All,
}

/// <summary>A line of a board.</summary>
/// <param name="Rank">Equal counts share a number: 1, 2, 2, 4.</param>
/// <param name="Member">Code or id of who it is about.</param>
/// <param name="Count">Their count.</param>
public readonly record struct BoardLine(long Rank, RedisValue Member, long Count);

/// <summary>Plain reads of boards. Members at zero are never shown.</summary>
public sealed class BoardReader(StoreConnection store, Cell cell, ICampaignClock clock)
{
    private const double Base = 1 << 26;

    /// <summary>The first <paramref name="take"/> lines, and how many members there are.</summary>
    public Task<(IReadOnlyList<BoardLine> Lines, long Total)> Top(string board, Period period, int take) => Top(KeyOf(board, period), take);

    /// <summary>The same of any period, by the board's key in the cell (<see cref="Boards"/>).</summary>
    public Task<(IReadOnlyList<BoardLine> Lines, long Total)> TopOf(string key, int take) => Top(cell.Key(key), take);

    private async Task<(IReadOnlyList<BoardLine> Lines, long Total)> Top(RedisKey key, int take)
    {
        var total = store.Database.SortedSetLengthAsync(key, Base, double.PositiveInfinity);
        var entries = await store.Database.SortedSetRangeByScoreWithScoresAsync(key, Base, double.PositiveInfinity, order: Order.Descending, take: take);
        return (Number(entries, 1), await total);
    }

    /// <summary>The member's own line with up to <paramref name="reach"/> above and below; empty when it has none.</summary>
    public async Task<IReadOnlyList<BoardLine>> Around(string board, Period period, RedisValue member, int reach)
    {
        var key = KeyOf(board, period);
        var rank = await store.Database.SortedSetRankAsync(key, member, Order.Descending);
        if (rank is not { } place || await store.Database.SortedSetScoreAsync(key, member) is not >= Base)
        {
            return [];
        }

        var start = Math.Max(0, place - reach);
        var entries = await store.Database.SortedSetRangeByRankWithScoresAsync(key, start, place + reach, Order.Descending);
        entries = [.. entries.Where(entry => entry.Score >= Base)];
        var first = await store.Database.SortedSetLengthAsync(key, (CountOf(entries[0].Score) + 1) * Base, double.PositiveInfinity) + 1;
        return Number(entries, first, start);
    }

    /// <summary>How many members of a board have a count in a period.</summary>
    public Task<long> Members(string board, Period period) => store.Database.SortedSetLengthAsync(KeyOf(board, period), Base, double.PositiveInfinity);

    /// <summary>The board's best count; 0 for an empty board.</summary>
    public async Task<long> Best(string board)
    {
        var top = await store.Database.SortedSetRangeByRankWithScoresAsync(cell.Key(Boards.Whole(board)), 0, 0, Order.Descending);
        return top.Length == 0 ? 0 : CountOf(top[0].Score);
    }

    private static long CountOf(double score) => (long)Math.Floor(score / Base);

    private static List<BoardLine> Number(SortedSetEntry[] entries, long firstRank, long firstPlace = 0)
    {
        var lines = new List<BoardLine>(entries.Length);
        foreach (var entry in entries)
        {
            var count = CountOf(entry.Score);
            var rank = lines.Count == 0 ? firstRank : lines[^1].Count == count ? lines[^1].Rank : firstPlace + lines.Count + 1;
            lines.Add(new(rank, entry.Element, count));
        }

        return lines;
    }

    private RedisKey KeyOf(string board, Period period)
    {
        var day = ShanghaiDay.Of(clock.UtcNow);
        return cell.Key(period switch
        {
            Period.Day => Boards.Day(board, day),
            Period.Week => Boards.Week(board, day),
            _ => Boards.Whole(board),
        });
    }
}
