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
        new("silo-forget", Processes.Forget),
        new("redis-kill", Stores.Kill),
        new("redis-pause", Stores.Pause),
        new("power-cut", Stores.CutPower, Preloads.Missing),
        new("torn-tail", Stores.TearTail),
        new("fsync-fail", Stores.FailSync, Preloads.Missing),
        new("disk-full", Stores.FillDisk, Network.Missing),
        new("aof-rewrite", Stores.Rewrite),
        new("script-flush", Stores.FlushScripts),
        new("rebuild", Rebuild.Strike),
        new("slow-link", Networks.Slow, Network.Missing),
        new("cut-redis", Networks.CutStore, Network.Missing),
        new("cut-silos", Networks.CutSilos, Network.Missing),
        new("cut-one-way", Networks.CutOneWay, Network.Missing),
        new("swizzle", Networks.Swizzle, Network.Missing),
        new("hang-up", Callers.HangUp),
        new("same-key", Callers.SameKey),
        new("bouquet-kill", Callers.Stampede),
        new("expiry", Callers.Expire, Preloads.Missing),
        new("clock", Callers.JumpClock, Preloads.Missing) { ClockSlack = TimeSpan.FromHours(26) },
        new("mixed", Mixed.Strike) { ClockSlack = TimeSpan.FromSeconds(2) },
    ];

    /// <summary>Must lose something.</summary>
    public static readonly IReadOnlyList<Fault> Controls =
    [
        new("control-everysec", Stores.CutPowerEverySecond, Preloads.Missing),
        new("control-failover", Stores.FailOver),
    ];
}

/// <summary>Three faults one after another without a pause, drawn by the seed.</summary>
internal static class Mixed
{
    public static async Task Strike(Stage stage)
    {
        var choice = AllFaults.All.Where(fault => fault.Name is not ("mixed" or "clock" or "expiry" or "rebuild" or "silo-roll" or "silo-forget") && fault.Missing?.Invoke() is null).ToArray();
        for (var i = 0; i < 3; i++)
        {
            var fault = choice[stage.Random.Next(choice.Length)];
            stage.Notes.Add(fault.Name + ":");
            await fault.Strike(stage);
        }
    }
}
