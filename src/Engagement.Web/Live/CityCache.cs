using Engagement.Grains.Rankings;

namespace Engagement.Web;

/// <summary>What the city's pages show to everybody, read at most once a second in this process however many ask.</summary>
public sealed class CityCache(CityReader city, LatestReader latest, TimeProvider time)
{
    private readonly OneSecond<CityTotals> _totals = new(city.Read, time);
    private readonly OneSecond<LatestPassing?> _latest = new(latest.Read, time);

    /// <summary>The totals, at most a second old. A failed read is not kept.</summary>
    public Task<CityTotals> Now() => _totals.Now();

    /// <summary>The newest passing, at most a second old; null for none. A failed read is not kept.</summary>
    public Task<LatestPassing?> Latest() => _latest.Now();

    private sealed class OneSecond<T>(Func<Task<T>> read, TimeProvider time)
    {
        private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);
        private readonly Lock _gate = new();
        private Task<T>? _last;
        private long _at;

        public Task<T> Now()
        {
            lock (_gate)
            {
                if (_last is null || _last.IsFaulted || time.GetElapsedTime(_at) > Age)
                {
                    (_last, _at) = (read(), time.GetTimestamp());
                }

                return _last;
            }
        }
    }
}
