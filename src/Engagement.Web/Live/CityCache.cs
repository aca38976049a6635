using Engagement.Grains.Rankings;

namespace Engagement.Web;

/// <summary>The totals, read at most once a second in this process however many ask.</summary>
public sealed class CityCache(CityReader reader, TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private Task<CityTotals>? _last;
    private long _at;

    /// <summary>The totals, at most a second old. A failed read is not kept.</summary>
    public Task<CityTotals> Now()
    {
        lock (_gate)
        {
            if (_last is null || _last.IsFaulted || time.GetElapsedTime(_at) > Age)
            {
                (_last, _at) = (reader.Read(), time.GetTimestamp());
            }

            return _last;
        }
    }
}
