namespace Engagement.Rig.Chaos.Faults;

/// <summary>Every fault of performance.md §8 that this city can be given.</summary>
internal static class AllFaults
{
    /// <summary>Strikes whose city must stay whole.</summary>
    public static readonly IReadOnlyList<Fault> All =
    [
        new("silo-kill", Processes.KillOne),
        new("silo-hang", Processes.Hang),
        new("silo-roll", Processes.Roll),
        new("silos-kill", Processes.KillAll),
        new("redis-kill", Stores.Kill),
        new("redis-pause", Stores.Pause),
        new("power-cut", Stores.CutPower, Preloads.Missing),
        new("torn-tail", Stores.TearTail),
        new("disk-full", Stores.FillDisk, Network.Missing),
        new("aof-rewrite", Stores.Rewrite),
        new("script-flush", Stores.FlushScripts),
        new("cut-redis", Networks.CutStore, Network.Missing),
        new("cut-silos", Networks.CutSilos, Network.Missing),
        new("cut-one-way", Networks.CutOneWay, Network.Missing),
        new("hang-up", Callers.HangUp),
        new("same-key", Callers.SameKey),
        new("clock", Callers.JumpClock, Preloads.Missing) { ClockSlack = TimeSpan.FromHours(26) },
        new("mixed", Mixed.Strike) { ClockSlack = TimeSpan.FromSeconds(2) },
    ];

    /// <summary>Must lose something.</summary>
    public static readonly Fault Control = new("control-everysec", Stores.CutPowerEverySecond, Preloads.Missing);
}

/// <summary>Three faults one after another without a pause, drawn by the seed.</summary>
internal static class Mixed
{
    public static async Task Strike(Stage stage)
    {
        var choice = AllFaults.All.Where(fault => fault.Name is not ("mixed" or "clock" or "silo-roll") && fault.Missing?.Invoke() is null).ToArray();
        for (var i = 0; i < 3; i++)
        {
            var fault = choice[stage.Random.Next(choice.Length)];
            stage.Notes.Add(fault.Name + ":");
            await fault.Strike(stage);
        }
    }
}
