using Engagement.Grains.Campaigns;
using Engagement.Grains.Paper;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Rankings;

/// <summary>The city's totals.</summary>
/// <param name="Sent">Roses born: given, won from bouquets.</param>
/// <param name="Claimed">Claimed hops less voided ones: the city counter (RR-12).</param>
/// <param name="People">People who entered.</param>
/// <param name="LongestChain">Distinct people of the longest chain.</param>
/// <param name="Today">Claimed today.</param>
public sealed record CityTotals(long Sent, long Claimed, long People, long LongestChain, long Today)
{
    /// <summary>How far the couriers' paper roses came (RR-05).</summary>
    public SeedTotals Seeds { get; init; } = new(0, 0, 0, 0);
}

/// <summary>The couriers' paper roses.</summary>
/// <param name="Issued">Codes printed for them.</param>
/// <param name="Born">Of these, roses that somebody has scanned.</param>
/// <param name="Passed">Times that they were passed on, less voided ones.</param>
/// <param name="Farthest">Distinct people of the one that came farthest.</param>
public sealed record SeedTotals(long Issued, long Born, long Passed, long Farthest);

/// <summary>Plain reads of the city's totals, each computed by commits and checked by `recount`.</summary>
public sealed class CityReader(StoreConnection store, Cell cell, BoardReader boards, ICampaignClock clock)
{
    /// <summary>The totals now.</summary>
    public async Task<CityTotals> Read()
    {
        var totals = store.Database.HashGetAsync(cell.Key("totals"), ["sent", "claimed", "people"]);
        var today = store.Database.HashGetAsync(cell.Key("claimed"), ShanghaiDay.Of(clock.UtcNow));
        var seeds = store.Database.HashGetAsync(cell.Key(PaperEffects.Seeds), ["issued", "born", "passed"]);
        var farthest = boards.Best(PaperEffects.SeedBoard);
        var longest = await boards.Best(Boards.Chain);
        var values = await totals;
        var (sent, claimed, people) = ((long)values[0], (long)values[1], (long)values[2]);
        return new(sent, claimed, people, Math.Max(longest, claimed > 0 ? 2 : sent > 0 ? 1 : 0), (long)await today)
        {
            Seeds = Of(await seeds, await farthest),
        };
    }

    /// <summary>Claimed on each of the last days, today last.</summary>
    public async Task<IReadOnlyList<(int Day, long Claimed)>> Days(int count)
    {
        var now = clock.UtcNow;
        int[] days = [.. Enumerable.Range(0, count).Select(back => ShanghaiDay.Of(now.AddDays(back + 1 - count)))];
        var claimed = await store.Database.HashGetAsync(cell.Key("claimed"), [.. days.Select(day => (StackExchange.Redis.RedisValue)day)]);
        return [.. days.Zip(claimed, (day, value) => (day, (long)value))];
    }

    private static SeedTotals Of(StackExchange.Redis.RedisValue[] seeds, long farthest)
    {
        var (born, passed) = ((long)seeds[1], (long)seeds[2]);
        return new((long)seeds[0], born, passed, Math.Max(farthest, passed > 0 ? 2 : born > 0 ? 1 : 0));
    }
}
