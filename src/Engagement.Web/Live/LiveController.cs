using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Engagement.Web.Home;
using Engagement.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StackExchange.Redis;

namespace Engagement.Web;

/// <summary>The city's totals as server-sent events: one read a second for all listeners of this process.</summary>
[DisableRateLimiting] // a listener stays for minutes
public sealed class LiveController(CityCache city, WallBook wall, Listeners listeners, IHostApplicationLifetime lifetime) : ControllerBase
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15), WallBeat = TimeSpan.FromSeconds(5);

    /// <summary>Event <c>city</c> whenever a total moved, and every 15 s; with <c>of=wall</c> event <c>wall</c>, what a big screen shows, at least every 5 s. 503 while too many listen.</summary>
    [HttpGet("/live")]
    public IResult Listen(string? of, CancellationToken cancellationToken)
    {
        if (listeners.Enter(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "") is not { } place)
        {
            Response.Headers.RetryAfter = Random.Shared.Next(30, 90).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        Response.RegisterForDispose(place);
        Response.Headers["X-Accel-Buffering"] = "no";
        Response.Headers.CacheControl = "no-store";
        return of == "wall"
            ? TypedResults.ServerSentEvents(Events("wall", wall.Now, WallBeat, cancellationToken))
            : TypedResults.ServerSentEvents(Events("city", async () => CityAnswer.Of(await city.Now()), Beat, cancellationToken));
    }

    private async IAsyncEnumerable<SseItem<T>> Events<T>(string name, Func<Task<T>> read, TimeSpan beat, [EnumeratorCancellation] CancellationToken gone)
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        string? last = null;
        var (quiet, id, again) = (TimeSpan.Zero, 0L, TimeSpan.FromMilliseconds(Random.Shared.Next(2_000, 8_000))); // not all at once after a restart
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            if (await Read(read) is { } now && JsonSerializer.Serialize(now) is var shown && (shown != last || quiet >= beat))
            {
                (last, quiet) = (shown, TimeSpan.Zero);
                yield return new(now, name) { EventId = (++id).ToString(System.Globalization.CultureInfo.InvariantCulture), ReconnectionInterval = again };
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
    private static async Task<T?> Read<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return null;
        }
    }
}
