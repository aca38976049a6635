using System.Runtime.InteropServices;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Clock;
using Engagement.WeChat.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.WeChat.Emulator;

/// <summary>The emulator on its own. A class with a name, because other programs host the emulator beside their own entry point.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["--help" or "-h" or "help", ..])
        {
            Console.WriteLine(CommandLine.Help);
            return 0;
        }

        try
        {
            var (options, testClock) = CommandLine.Parse(args);
            await Serve(options, testClock);
            return 0;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or IOException)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }

    private static async Task Serve(EmulatorOptions options, bool testClock)
    {
        var store = new EmulatorStore(options.DataFolder);
        var clock = new AheadClock(store);
        await using var app = EmulatorHost.Create(testClock ? options with { UtcNow = clock.Now, AdvanceClock = clock.Advance } : options, store, loggers: null);
        var stop = new TaskCompletionSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await app.StartAsync();
        Console.WriteLine($"WeChat's emulator: {app.Urls.First()}/emulator");
        Console.WriteLine($"Service account {options.AppId} / {options.AppSecret}, mini program {options.MiniProgramAppId} / {options.MiniProgramAppSecret}");
        var target = app.Services.GetRequiredService<TargetBook>().Of(app.Services.GetRequiredService<AccountBook>().Service);
        Console.WriteLine(target is null ? "Pushes go nowhere; set a target on the control page." : $"Pushes go to {target.Url} ({target.Mode}).");
        await stop.Task;
        await app.StopAsync();

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }
}
