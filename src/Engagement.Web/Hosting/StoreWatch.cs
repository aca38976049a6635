using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Web;

/// <summary>
/// Refuses an unsafe store for as long as the program runs. A store that is away is waited for, with readiness failing
/// and every write refused until it was checked; it is looked at once a second, so also after each reconnection.
/// </summary>
public sealed partial class StoreWatch(StoreCheck check, IHostApplicationLifetime lifetime, ILogger<StoreWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>Why the program stopped itself; null while it has no reason to.</summary>
    public UnsafeStoreException? Refusal { get; private set; }

    /// <summary>Looks at the store before the program starts. One that does not answer is waited for later.</summary>
    /// <exception cref="UnsafeStoreException">It may lose what it acknowledges.</exception>
    public static async Task LookAsync(IServiceProvider services)
    {
        try
        {
            await services.GetRequiredService<StoreCheck>().RequireAsync();
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            Away(services.GetRequiredService<ILogger<StoreWatch>>(), e.Message);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        var away = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await check.RequireAsync();
                away = false;
            }
            catch (UnsafeStoreException e)
            {
                Refusal = e;
                Refused(log, e.Message);
                lifetime.StopApplication();
                return;
            }
            catch (Exception e) when (e is RedisException or TimeoutException)
            {
                if (!away)
                {
                    Away(log, e.Message);
                }

                away = true;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The store does not answer; nothing is written until it is there and was checked: {Why}")]
    private static partial void Away(ILogger log, string why);

    [LoggerMessage(LogLevel.Critical, "Stopping: {Why}")]
    private static partial void Refused(ILogger log, string why);
}
