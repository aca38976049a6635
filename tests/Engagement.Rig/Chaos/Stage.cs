namespace Engagement.Rig.Chaos;

/// <summary>Where a fault strikes: the city under load, and a seeded choice of whom and when.</summary>
internal sealed record Stage(Topology City, Clients Clients, Desk Desk, Mail Mail, Router Router, Random Random, TimeSpan Pace)
{
    /// <summary>What the fault did, for the report.</summary>
    public List<string> Notes { get; } = [];

    public Silo AnySilo() => City.Silos[Random.Next(City.Silos.Length)];

    /// <summary>Waits a share of the run's pace: 1 is the length of a fault that lasts.</summary>
    public Task Wait(double share) => Task.Delay(Pace * share);

    /// <summary>
    /// Until every silo is ready again; how long that took is noted. One that has ended itself meanwhile is started
    /// again, as a supervisor does.
    /// </summary>
    public async Task Healed() => Notes.Add(FormattableString.Invariant(
        $"ready {(await Patience.Until("every silo is ready again", TimeSpan.FromSeconds(90), AreReady)).TotalSeconds:n1} s after it ended"));

    private async Task<bool> AreReady()
    {
        foreach (var silo in City.Silos.Where(silo => !silo.IsRunning))
        {
            Notes.Add($"silo{silo.Number} had ended itself");
            silo.Start();
        }

        return (await Task.WhenAll(City.Silos.Select(silo => silo.IsReady()))).All(ready => ready);
    }
}

/// <summary>A fault: strikes while the city is under load, and is healed when it returns.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Strike">Does it, and heals it.</param>
/// <param name="Missing">What this machine lacks for it; null when nothing.</param>
internal sealed record Fault(string Name, Func<Stage, Task> Strike, Func<string?>? Missing = null)
{
    /// <summary>How far a silo's clock stands apart while it strikes.</summary>
    public TimeSpan ClockSlack { get; init; } = TimeSpan.FromSeconds(2);
}
