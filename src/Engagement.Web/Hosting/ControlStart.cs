using Engagement.Grains.Storage;
using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

namespace Engagement.Web;

/// <summary>
/// Before the silo starts: waits for <c>control</c>, without which there is no cluster to join, and lets one process of a
/// new city make the first session key. Two first keys would leave each process with sessions that the other can't read.
/// </summary>
internal sealed partial class ControlStart(ControlConnection control, Cell cell, IDataProtectionProvider sessions, ILogger<ControlStart> log)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    /// <summary>Seconds for which a process may be busy with the first key before another one tries.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        for (var waits = 0; !await Tried(); waits++)
        {
            if (waits % 20 == 0)
            {
                Away();
            }

            await Task.Delay(Every, cancellationToken);
        }
    }

    // Whether control answered and the ring has a key.
    private async Task<bool> Tried()
    {
        try
        {
            var redis = control.Multiplexer.GetDatabase();
            if (await redis.KeyExistsAsync(cell.Key("ring")))
            {
                return true;
            }

            if (await redis.StringSetAsync(cell.Key("ring-first"), Environment.ProcessId, Turn, When.NotExists))
            {
                sessions.CreateProtector("start").Protect([]); // makes the key where there is none
                return await redis.KeyExistsAsync(cell.Key("ring"));
            }

            return false; // another one makes it
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Waiting for Control:Connection, the Redis of membership and sessions")]
    private partial void Away();
}
