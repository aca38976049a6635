namespace Engagement.Rig.Chaos;

/// <summary>Sends requests to silos that say they are ready, as the proxy before a cluster does.</summary>
internal sealed class Router(Topology city) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly CancellationTokenSource _stop = new();
    private Silo[] _ready = city.Silos;
    private Task _polling = Task.CompletedTask;

    public Router Begin()
    {
        _polling = Task.WhenAll(city.Silos.Select(PollAsync));
        return this;
    }

    /// <summary>Any ready silo; any at all when none is.</summary>
    public Uri Any() => (_ready is { Length: > 0 } ready ? ready : city.Silos) is var choice ? choice[Random.Shared.Next(choice.Length)].Site : null!;

    /// <summary>A certain silo, ready or not.</summary>
    public Uri At(int silo) => city.Silos[silo % city.Silos.Length].Site;

    private async Task PollAsync(Silo silo)
    {
        while (!_stop.IsCancellationRequested)
        {
            var ready = await silo.IsReady();
            lock (_stop)
            {
                _ready = ready == _ready.Contains(silo) ? _ready : ready ? [.. _ready, silo] : [.. _ready.Where(other => other != silo)];
            }

            await Task.Delay(Pause, _stop.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _polling;
        _stop.Dispose();
    }
}
