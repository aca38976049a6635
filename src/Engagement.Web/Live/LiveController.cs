using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Engagement.Web.Home;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StackExchange.Redis;

namespace Engagement.Web;

/// <summary>The city's totals as server-sent events: one read a second for all listeners of this process.</summary>
[DisableRateLimiting] // a listener stays for minutes
public sealed class LiveController(CityCache city, IHostApplicationLifetime lifetime) : ControllerBase
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>Event <c>city</c> whenever a total moved, and every 15 s.</summary>
    [HttpGet("/live")]
    public IResult Listen(CancellationToken cancellationToken)
    {
        Response.Headers["X-Accel-Buffering"] = "no";
        Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(Totals(cancellationToken));
    }

    private async IAsyncEnumerable<SseItem<CityAnswer>> Totals([EnumeratorCancellation] CancellationToken gone)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        CityAnswer? last = null;
        var (quiet, id) = (TimeSpan.Zero, 0L);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            if (await Read() is { } now && (now != last || quiet >= Beat))
            {
                (last, quiet) = (now, TimeSpan.Zero);
                yield return new(now, "city") { EventId = (++id).ToString(System.Globalization.CultureInfo.InvariantCulture), ReconnectionInterval = TimeSpan.FromSeconds(3) };
            }

            quiet += TimeSpan.FromSeconds(1);
        }
        while (await Tick(timer, stop.Token));
    }

    private static async Task<bool> Tick(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // While the store is away the listener keeps what it has; the page shows the age of its data.
    private async Task<CityAnswer?> Read()
    {
        try
        {
            return CityAnswer.Of(await city.Now());
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return null;
        }
    }
}
