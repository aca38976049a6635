using Engagement.Contracts;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Engagement.Grains.Control;

/// <summary>Reads what operators changed, at start and every two seconds: four reads may fail before ten seconds are over.</summary>
public sealed partial class Switches(StoreConnection store, RecordFormat format, Cell cell, ILogger<Switches> log) : BackgroundService, ISwitches
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private volatile ControlNow _now = ControlNow.Unchanged;
    private bool _away;

    /// <inheritdoc/>
    public ControlNow Now => _now;

    /// <summary>Reads the record now: in the process in which an operator just changed something.</summary>
    public async Task Refresh()
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ControlState.Kind, ControlState.Kind));
        _now = record is null ? ControlNow.Unchanged : new(format.Read<ControlState>(record));
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Quietly();
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Quietly();
        }
    }

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
                StoreAway(e.GetType().Name); // what was read last stays; once, not every two seconds
            }

            _away = true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Whether anything is switched off could not be read: {Why}")]
    private partial void StoreAway(string why);
}
