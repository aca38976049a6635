using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.WeChat.Emulator.State;

/// <summary>Saves once a second, and at the end. With hundreds of thousands of people a save takes long: then a tenth of the time is spent on it at most.</summary>
internal sealed partial class StateSaver(EmulatorStore store, ILogger<StateSaver> log) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        store.Save();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(1);
        try
        {
            while (true)
            {
                await Task.Delay(pause, stoppingToken);
                var begun = Stopwatch.GetTimestamp();
                TrySave();
                var took = Stopwatch.GetElapsedTime(begun);
                pause = took > TimeSpan.FromSeconds(0.1) ? took * 10 : TimeSpan.FromSeconds(1);
            }
        }
        catch (OperationCanceledException)
        {
            // StopAsync saves the rest.
        }
    }

    // A full disk must not end the emulator: what can't be written now is written a second later.
    private void TrySave()
    {
        try
        {
            store.Save();
        }
        catch (IOException e)
        {
            NotSaved(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The emulator's state could not be written; it is tried again in a second.")]
    private partial void NotSaved(Exception e);
}
