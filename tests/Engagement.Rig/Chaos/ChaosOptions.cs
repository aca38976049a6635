namespace Engagement.Rig.Chaos;

/// <summary>What a run is made of; the same seed draws the same faults.</summary>
internal sealed record ChaosOptions(int Seed, int Rounds, int Silos, int Clients, int People, int Commands, int PerDay, TimeSpan Pace)
{
    public static readonly string[] Names = ["rounds", "seed", "faults", "silos", "clients", "people", "commands", "per-day", "pace", "folder", "out", "control", "list", "docs"];

    public static ChaosOptions From(RigArguments args) => new(
        args.Number("seed", Random.Shared.Next(1, 1_000_000)), args.Number("rounds", 18), args.Number("silos", 3), args.Number("clients", 16),
        args.Number("people", 40), args.Number("commands", 600), args.Number("per-day", 100), TimeSpan.FromSeconds(args.Number("pace", 15)));
}
