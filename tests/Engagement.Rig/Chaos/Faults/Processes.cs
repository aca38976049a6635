using StackExchange.Redis;

namespace Engagement.Rig.Chaos.Faults;

/// <summary>Silos that die, hang and leave.</summary>
internal static class Processes
{
    public static async Task KillOne(Stage stage)
    {
        var silo = stage.AnySilo();
        stage.Notes.Add($"kill -9 silo{silo.Number}");
        await silo.Kill();
        await stage.Wait(0.5);
        silo.Start();
        await stage.Healed();
    }

    public static async Task KillAll(Stage stage)
    {
        stage.Notes.Add("kill -9 every silo");
        await KillAndStart(stage);
    }

    /// <summary>Long enough that the others declare it dead; then it wakes with everything it had in memory.</summary>
    public static async Task Hang(Stage stage)
    {
        var silo = stage.AnySilo();
        stage.Notes.Add($"SIGSTOP silo{silo.Number}");
        await silo.Pause();
        await stage.Wait(1.5);
        await silo.Resume();
        await stage.Wait(0.5);
        if (!silo.IsRunning)
        {
            stage.Notes.Add("it ended itself when it saw that it had been declared dead");
            silo.Start();
        }
        else if (!await silo.IsReady())
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
            if (!await silo.IsReady())
            {
                await silo.Kill(); // as a liveness probe does
                silo.Start();
            }
        }

        await stage.Healed();
    }

    /// <summary>A rolling restart: SIGTERM, start, ready, the next one. No request may fail.</summary>
    public static async Task Roll(Stage stage)
    {
        var before = stage.Mail.Failed;
        foreach (var silo in stage.City.Silos)
        {
            if (!await silo.Stop())
            {
                throw new RigException($"silo{silo.Number} did not end within a minute of SIGTERM");
            }

            silo.Start();
            await silo.Ready();
        }

        stage.Notes.Add(FormattableString.Invariant($"SIGTERM one after another: {stage.Mail.Failed - before} failed tries"));
    }

    /// <summary>Grains leave memory two seconds after their last call, so that almost every call finds none and brings one back.</summary>
    public static async Task Forget(Stage stage)
    {
        await KillAndStart(stage, ("Hosting__IdleSeconds", "2"));
        var before = await Reads(stage);
        await stage.Wait(2);
        stage.Notes.Add(FormattableString.Invariant($"grains idle for 2 s are forgotten: {await Reads(stage) - before:n0} records read again"));
        await KillAndStart(stage);
    }

    private static async Task KillAndStart(Stage stage, params (string Key, string Value)[] settings)
    {
        await Task.WhenAll(stage.City.Silos.Select(silo => silo.Kill()));
        Array.ForEach(stage.City.Silos, silo => silo.Start(settings));
        await stage.Healed();
    }

    // An activation reads its record: redis counts the GETs.
    private static async Task<long> Reads(Stage stage)
    {
        await using var store = await stage.City.Store();
        var statistics = await store.GetServers().Single().InfoAsync("commandstats");
        var get = statistics.SelectMany(group => group).FirstOrDefault(pair => pair.Key == "cmdstat_get").Value ?? "calls=0,";
        return long.Parse(get["calls=".Length..get.IndexOf(',', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
    }
}
