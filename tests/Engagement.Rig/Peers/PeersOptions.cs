using System.Globalization;
using Engagement.Rig.Results;
using Engagement.Rig.Serve;

namespace Engagement.Rig.Peers;

/// <summary>What a run of <c>peers</c> was asked for.</summary>
internal sealed record PeersOptions
{
    public static readonly string[] Known =
        ["rounds", "roses", "warmup", "seconds", "callers", "people", "only", "scale", "kill", "pairs", "seed", "pool", "claimants", "out", "data", "local", "before", "docs", "city"];

    /// <summary>The peers of the table; the others are asked for by name.</summary>
    public static readonly string[] Standard = ["product", "floor", "postgres-cte", "postgres-tx", "stock"];

    public required IReadOnlyList<string> Peers { get; init; }

    public required int Rounds { get; init; }

    public required TimeSpan WarmUp { get; init; }

    public required TimeSpan Length { get; init; }

    public required int Callers { get; init; }

    public required int People { get; init; }

    /// <summary>A slice goes on until it has so many pairs.</summary>
    public required int Pairs { get; init; }

    public required int Claimants { get; init; }

    public required int Seed { get; init; }

    public required int Pool { get; init; }

    /// <summary>A machine with little memory, or a run that only checks.</summary>
    public required bool Small { get; init; }

    public required bool Kill { get; init; }

    /// <summary>Write the document's sections and charts.</summary>
    public required bool Docs { get; init; }

    public required ResultsFile Results { get; init; }

    public required string Folder { get; init; }

    /// <summary>The folder is the Rig's own and goes away with the run.</summary>
    public required bool OwnFolder { get; init; }

    public string? Local { get; init; }

    /// <summary>Folder of a city that has its roses already, to be measured by <c>grow</c>; null to make one.</summary>
    public string? City { get; init; }

    public string? Before { get; init; }

    public static PeersOptions Of(RigArguments args, IReadOnlyList<string> standard)
    {
        var peers = args.Text("only")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? standard;
        if (peers.FirstOrDefault(peer => !PeerStarter.IsProduct(peer) && !PeerHost.Names.Contains(peer.Split('@')[0])) is { } unknown)
        {
            throw new ArgumentException($"--only {unknown}: peers are {string.Join(", ", PeerStarter.Cities.Concat(PeerHost.Names))}; postgres-cte@32 has a pool of 32.");
        }

        var (callers, people) = (args.Number("callers", 64), args.Number("people", 3_200));
        if (people < 2 * callers)
        {
            throw new ArgumentException("--people must be at least twice --callers: each caller has people of its own.");
        }

        return new()
        {
            Peers = peers, Rounds = args.Number("rounds", 5), Callers = callers, People = people, Pairs = args.Number("pairs", 0),
            WarmUp = TimeSpan.FromSeconds(args.Number("warmup", 25)), Length = TimeSpan.FromSeconds(args.Number("seconds", 8)),
            Claimants = args.Number("claimants", 10_000), Seed = args.Number("seed", 1), Pool = args.Number("pool", PeerSettings.DefaultPool),
            Small = args.Text("scale") == "small", Kill = args.Has("kill"), Docs = args.Has("docs"), Local = args.Text("local"), Before = args.Text("before"), City = args.Text("city"),
            Results = new(args.Text("out", ResultsFile.Default)),
            Folder = args.Text("data") ?? Directory.CreateTempSubdirectory("rig-peers-").FullName, OwnFolder = !args.Has("data"),
        };
    }

    /// <summary>What makes two runs comparable.</summary>
    public SortedDictionary<string, string> Parameters() => new(StringComparer.Ordinal)
    {
        ["only"] = string.Join(',', Peers), ["warmup"] = Text((int)WarmUp.TotalSeconds), ["seconds"] = Text((int)Length.TotalSeconds), ["callers"] = Text(Callers),
        ["people"] = Text(People), ["pool"] = Text(Pool), ["seed"] = Text(Seed), ["scale"] = Small ? "small" : "full",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
