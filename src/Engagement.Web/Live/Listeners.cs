using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Engagement.Web;

/// <summary>Who listens to <c>/live</c> in this process. A listener holds a connection for minutes and is in no rate limit, so there is an end to how many there may be.</summary>
public sealed class Listeners(IOptions<RateLimits> limits)
{
    private readonly ConcurrentDictionary<string, int> _byAddress = new();
    private int _all;

    /// <summary>Lets one in; null when there are too many, here or from this address.</summary>
    public IDisposable? Enter(string address)
    {
        var place = new Place(this, address);
        var (all, here) = (Interlocked.Increment(ref _all), _byAddress.AddOrUpdate(address, 1, static (_, before) => before + 1));
        if (all <= limits.Value.Listeners && here <= limits.Value.ListenersPerAddress)
        {
            return place;
        }

        place.Dispose();
        return null;
    }

    private void Leave(string address)
    {
        Interlocked.Decrement(ref _all);
        if (_byAddress.AddOrUpdate(address, 0, static (_, before) => before - 1) == 0)
        {
            _byAddress.TryRemove(new(address, 0));
        }
    }

    private sealed class Place(Listeners of, string address) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                of.Leave(address);
            }
        }
    }
}
