using Engagement.Grains.Rankings;

namespace Engagement.Web;

/// <summary>What the city's pages show to everybody, read at most once a second in this process however many ask.</summary>
public sealed class CityCache(CityReader city, LatestReader latest, TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly ReadOnce<CityTotals> _totals = new(city.Read, time, Age);
    private readonly ReadOnce<LatestPassing?> _latest = new(latest.Read, time, Age);

    /// <summary>The totals, at most a second old. A failed read is not kept.</summary>
    public Task<CityTotals> Now() => _totals.Now();

    /// <summary>The newest passing, at most a second old; null for none. A failed read is not kept.</summary>
    public Task<LatestPassing?> Latest() => _latest.Now();
}
