using System.Text;
using Engagement.Rig.Results;

namespace Engagement.Rig.Peers;

/// <summary>What <c>peers</c> found over all rounds of its parameters, on the screen and in the documents.</summary>
internal static class PeersReport
{
    private static readonly Column[] Columns =
    [
        new("pairs/s", "pairs/s", "n0"), new("program us/pair", "program CPU us/pair", "n0"), new("store us/pair", "store CPU us/pair", "n0"),
        new("send p50 ms", "send p50 ms", "n1"), new("send p99 ms", "p99 ms", "n0"), new("claim p50 ms", "claim p50 ms", "n1"), new("claim p99 ms", "p99 ms", "n0"),
        new("RSS MiB", "RSS MiB", "n0"),
    ];

    private static readonly Column[] KillColumns =
    [
        new("pairs", "pairs acknowledged", "n0"), new("unknown at first", "outcomes unknown at first", "n0"), new("gap s", "no answer for s", "n1"), new("start s", "started again in s", "n1"),
    ];

    /// <summary>Prints the tables; writes them when asked to. False when a peer that must hold did not.</summary>
    public static bool Write(PeersOptions options)
    {
        var holds = true;
        var samples = options.Results.Complete("peers", options.Parameters(), [.. options.Peers]);
        if (samples.Count > 0)
        {
            var result = Result.Of(samples, options.Peers);
            var text = Table(result, samples.Max(sample => sample.Round));
            Console.WriteLine(text);
            Publish(options, "peers", text, Chart(result));
            holds &= Holds(result);
        }

        var kills = options.Kill ? options.Results.Complete("peers-kill", options.Parameters(), [.. options.Peers]) : [];
        if (kills.Count > 0)
        {
            var result = Result.Of(kills, options.Peers);
            var text = MarkdownTable.Of(result, "peer, program killed with kill -9", KillColumns, Verdict, "check") + "\n" + Differences(result) + result.Origin(1);
            Console.WriteLine(text);
            Publish(options, "peers-kill", text, chart: null);
            holds &= Holds(result, killed: true);
        }

        Console.WriteLine($"Results: {options.Results.Path}");
        return holds;
    }

    private static string Table(Result result, int rounds)
    {
        var text = new StringBuilder(MarkdownTable.Of(result, "peer", Columns, Verdict, "check")).Append('\n');
        if (result.Row("product") is { } product && result.Rows.Count > 1)
        {
            text.Append("| product / peer | by pairs/s | by CPU of program and store |\n|---|---:|---:|\n");
            foreach (var peer in result.Rows.Where(row => row != product))
            {
                text.Append($"| {peer.Name} | {Spread.Ratio(product.Figures["pairs/s"], peer.Figures["pairs/s"]).Text("n2")} | ")
                    .Append($"{Spread.Ratio(peer.Figures["cpu us/pair"], product.Figures["cpu us/pair"]).Text("n2")} |\n");
            }

            text.Append('\n');
        }

        return text.Append(Differences(result)).Append(result.Origin(rounds)).ToString();
    }

    private static string Chart(Result result) => BarChart.Svg("Send + claim pairs over HTTP", "pairs a second, durable before every answer", "n0",
        [.. result.Rows.Select(row => new Bar(row.Name, row["pairs/s"]!.Value))]);

    private static string Differences(Result result) =>
        string.Concat(result.Rows.SelectMany(row => row.Notes).Select(note => $"- {note}\n")) is { Length: > 0 } list ? list + "\n" : "";

    private static string Verdict(ResultRow row) => row["differences"]?.Max > 0 ? "FAILS" : "holds";

    // What those lose who move boards after their commit is reported, not repaired; all others must hold.
    private static bool Holds(Result result, bool killed = false) =>
        result.Rows.All(row => killed && row.Name is ("stock" or "transactions") || Verdict(row) == "holds");

    private static void Publish(PeersOptions options, string section, string text, string? chart)
    {
        if (options.Docs)
        {
            DocSection.Write("performance.md", section, text, chart);
        }
    }
}
