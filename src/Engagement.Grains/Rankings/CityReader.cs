using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Rankings;

/// <summary>The city's totals.</summary>
/// <param name="Sent">Roses born: given, won from bouquets.</param>
/// <param name="Claimed">Claimed hops less voided ones: the city counter (RR-12).</param>
/// <param name="People">People who entered.</param>
/// <param name="LongestChain">Distinct people of the longest chain.</param>
/// <param name="Today">Claimed today.</param>
public sealed record CityTotals(long Sent, long Claimed, long People, long LongestChain, long Today);

/// <summary>Plain reads of the city's totals, each computed by commits and checked by `recount`.</summary>
public sealed class CityReader(StoreConnection store, Cell cell, BoardReader boards, ICampaignClock clock)
{
    /// <summary>The totals now.</summary>
    public async Task<CityTotals> Read()
    {
        var totals = store.Database.HashGetAsync(cell.Key("totals"), ["sent", "claimed", "people"]);
        var today = store.Database.HashGetAsync(cell.Key("claimed"), ShanghaiDay.Of(clock.UtcNow));
        var longest = await boards.Best(Boards.Chain);
        var values = await totals;
        var (sent, claimed, people) = ((long)values[0], (long)values[1], (long)values[2]);
        return new(sent, claimed, people, Math.Max(longest, claimed > 0 ? 2 : sent > 0 ? 1 : 0), (long)await today);
    }
}
