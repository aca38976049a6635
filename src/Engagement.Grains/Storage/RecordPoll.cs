using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>Keeps in memory what a record says that changes rarely and is asked for all the time: read at the start and every few seconds.</summary>
/// <param name="every">How often.</param>
public abstract class RecordPoll(TimeSpan every) : BackgroundService
{
    private bool _away;

    /// <summary>Reads the record now.</summary>
    public abstract Task Refresh();

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Quietly();
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Quietly();
        }
    }

    /// <summary>Tells the log that the store is away; once, not at every read.</summary>
    protected abstract void Away(string why);

    private async Task Quietly()
    {
        try
        {
            await Refresh();
            _away = false;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            if (!_away)
            {
                Away(e.GetType().Name); // what was read last stays
            }

            _away = true;
        }
    }
}
