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
        await Task.WhenAll(stage.City.Silos.Select(silo => silo.Kill()));
        stage.Notes.Add("kill -9 every silo");
        foreach (var silo in stage.City.Silos)
        {
            silo.Start();
        }

        await stage.Healed();
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
}
