using System.Globalization;

namespace Engagement.Rig.Chaos;

/// <summary>What a run is made of; the same seed draws the same faults.</summary>
internal sealed record ChaosOptions(int Seed, int Rounds, int Silos, int Clients, int People, int Commands, int PerDay, TimeSpan Pace)
{
    public static readonly string[] Names =
        ["rounds", "seed", "faults", "silos", "clients", "people", "commands", "per-day", "pace", "minutes", "folder", "out", "control", "list", "docs"];

    /// <summary>The faults that were asked for; null for all.</summary>
    public string[]? Faults { get; init; }

    /// <summary>What makes two runs one: not how many rounds.</summary>
    public SortedDictionary<string, string> Parameters => new(StringComparer.Ordinal)
    {
        ["seed"] = Text(Seed), ["silos"] = Text(Silos), ["clients"] = Text(Clients), ["people"] = Text(People), ["commands"] = Text(Commands),
        ["per-day"] = Text(PerDay), ["pace"] = Text((int)Pace.TotalSeconds), ["faults"] = Faults is null ? "all" : string.Join(',', Faults),
    };

    public static ChaosOptions From(RigArguments args) => new(
        args.Number("seed", Random.Shared.Next(1, 1_000_000)), args.Number("rounds", 18), args.Number("silos", 3), args.Number("clients", 16),
        args.Number("people", 40), args.Number("commands", 600), args.Number("per-day", 100), TimeSpan.FromSeconds(args.Number("pace", 15)))
    {
        Faults = args.Text("faults")?.Split(','),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
