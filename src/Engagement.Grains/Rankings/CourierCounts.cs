using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Publications;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Rankings;

/// <summary>
/// Active couriers by company, as boards divide by them: the larger of the numbers at the beginning of the period and now. So a
/// company does not rise by taking people off its roster shortly before a period ends.
/// </summary>
public sealed class CourierCounts(StoreConnection store, Cell cell, PublicationReader publications, ICampaignClock clock)
{
    /// <summary>The counter that enrolment keeps: field company id or <see cref="Standings.Pool"/>.</summary>
    public const string Counter = "couriers";

    /// <summary>Active couriers now; companies without any are left out.</summary>
    public async Task<Dictionary<string, int>> Now() => (await store.Database.HashGetAllAsync(cell.Key(Counter)))
        .Where(entry => (long)entry.Value > 0).ToDictionary(entry => (string)entry.Name!, entry => (int)entry.Value);

    /// <summary>What a board of a period that runs divides by; a day takes its week's beginning.</summary>
    public async Task<Dictionary<string, int>> For(Period period)
    {
        var day = ShanghaiDay.Of(clock.UtcNow);
        var now = Now();
        var running = await publications.Read(period == Period.All ? PublicationPeriod.All : PublicationPeriod.WeekOf(day));
        return Larger(await now, running?.AtBegin);
    }

    /// <summary>The larger number of each company.</summary>
    public static Dictionary<string, int> Larger(IReadOnlyDictionary<string, int> now, IReadOnlyDictionary<string, int>? then) =>
        now.Keys.Concat(then?.Keys ?? []).Distinct().ToDictionary(company => company, company => Math.Max(now.GetValueOrDefault(company), then?.GetValueOrDefault(company) ?? 0));
}
