using Microsoft.Extensions.Hosting;

namespace Engagement.WeChat.Emulator.State;

/// <summary>Saves once a second, and at the end.</summary>
internal sealed class StateSaver(EmulatorStore store) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        store.Save();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                store.Save();
            }
        }
        catch (OperationCanceledException)
        {
            // StopAsync saves the rest.
        }
    }
}
