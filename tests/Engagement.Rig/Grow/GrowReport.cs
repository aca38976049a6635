using Engagement.Rig.Peers;
using Engagement.Rig.Results;

namespace Engagement.Rig.Grow;

/// <summary>What <c>grow</c> found, on the screen and in docs/performance.md.</summary>
internal static class GrowReport
{
    private static readonly Column[] Columns =
    [
        new("pairs/s", "pairs/s", "n0"), new("cpu us/pair", "CPU us/pair", "n0"), new("send p99 ms", "send p99 ms", "n1"), new("claim p99 ms", "claim p99 ms", "n1"),
        new("RSS MiB", "RSS under load MiB", "n0"), new("RSS at start MiB", "RSS after start MiB", "n0"), new("start s", "start s", "n1"),
        new("redis MiB", "redis MiB", "n0"), new("redis bytes/rose", "redis bytes/claimed rose", "n0"), new("recount s", "recount s", "n1"),
    ];

    public static bool Write(PeersOptions options, SortedDictionary<string, string> parameters, IReadOnlyList<Sample> samples)
    {
        var result = Result.Of(samples, ["empty", "grown"]);
        var (empty, grown) = (result.Row("empty")!, result.Row("grown")!);
        var ratio = Spread.Ratio(grown.Figures["pairs/s"], empty.Figures["pairs/s"]);
        var text = MarkdownTable.Of(result, "city", Columns, row => row["differences"]?.Max > 0 ? "DIFFERS" : "clean", "recount")
            + $"\ngrown ({parameters["roses"]} claimed roses at the start) / empty: **{ratio.Text("n2")}** by pairs a second\n\n" + result.Origin(options.Rounds);
        Console.WriteLine(text);
        if (options.Docs)
        {
            DocSection.Write("performance.md", "grow", text, BarChart.Svg("An empty city and a grown one", "send + claim pairs a second", "n0",
                [new("empty", empty["pairs/s"]!.Value), new("grown", grown["pairs/s"]!.Value)]));
        }

        Console.WriteLine($"Results: {options.Results.Path}");
        return result.Rows.All(row => row["differences"]?.Max == 0);
    }
}
