using System.Diagnostics;
using Engagement.Rig.Results;
using Engagement.Rig.Serve;

namespace Engagement.Rig.Peers;

/// <summary><c>peers bouquet</c>: everybody wants one of 500 shares at once, the product against PostgreSQL, in turns.</summary>
internal static class BouquetCommand
{
    private const int WarmUps = Resident.Budget / Stampede.Shares / 2; // the other half of the budget is for the rounds

    private static readonly string[] Standard = ["product", "postgres-cte", "postgres-stateless"];

    private static readonly Column[] Columns =
    [
        new("answers/s", "answers/s", "n0"), new("shares/s", "shares/s until the last", "n0"), new("p50 ms", "p50 ms", "n1"), new("p99 ms", "p99 ms", "n0"),
        new("program us/answer", "program CPU us/answer", "n0"), new("store us/answer", "store CPU us/answer", "n0"), new("winners", "winners", "n0"),
    ];

    public static async Task<int> Run(RigArguments args)
    {
        var options = PeersOptions.Of(args, Standard);
        if (options.Peers.Except(Standard).Any())
        {
            throw new ArgumentException($"--only: bouquets are had by {string.Join(", ", Standard)}.");
        }

        var parameters = options.Parameters();
        foreach (var unused in new[] { "people", "seconds", "warmup" })
        {
            parameters.Remove(unused);
        }

        if (options.Rounds > WarmUps)
        {
            throw new ArgumentException($"--rounds: the organiser's budget is enough for {WarmUps}.");
        }

        parameters["claimants"] = $"{options.Claimants}";
        var done = options.Results.Complete("peers bouquet", parameters, [.. options.Peers]).Select(sample => sample.Round).ToHashSet();
        if (Enumerable.Range(1, options.Rounds).Any(round => !done.Contains(round)))
        {
            await using var contest = await Contest.Begin(options, options.Peers, options.Claimants);
            await Rounds(contest, options, parameters, done);
        }

        return Report(options, parameters) ? 0 : 1;
    }

    private static async Task Rounds(Contest contest, PeersOptions options, SortedDictionary<string, string> parameters, HashSet<int> done)
    {
        var stampedes = new Dictionary<Peer, Stampede>();
        foreach (var peer in contest.Peers)
        {
            stampedes[peer] = new(contest, peer, await peer.City.SignIn(Resident.Organiser), options.Callers);
            var clock = Stopwatch.StartNew();
            for (var warm = 0; warm < WarmUps && clock.Elapsed < options.WarmUp; warm++)
            {
                await stampedes[peer].Run();
            }

            Console.Error.WriteLine($"  warmed {peer.Name}");
        }

        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var peer in done.Contains(round) ? [] : contest.Shuffled(round))
            {
                await peer.NextDay();
                var (figures, wrong) = await stampedes[peer].Run();
                Console.Error.WriteLine($"  round {round}: {peer.Name} {figures["answers/s"]:n0} answers/s, {figures["winners"]} winners, {(wrong.Length == 0 ? "exactly right" : "WRONG")}");
                options.Results.Append(new("peers bouquet", parameters, round, peer.Name, figures, wrong, contest.Machine, DateTimeOffset.UtcNow));
            }
        }
    }

    private static bool Report(PeersOptions options, SortedDictionary<string, string> parameters)
    {
        var samples = options.Results.Complete("peers bouquet", parameters, [.. options.Peers]);
        var result = Result.Of(samples, options.Peers);
        static string Verdict(ResultRow row) => row["differences"]?.Max > 0 ? "FAILS" : "exact";
        var text = MarkdownTable.Of(result, $"{options.Claimants:n0} claimants, {Stampede.Shares} shares", Columns, Verdict, "check") + "\n";
        foreach (var peer in result.Rows.Where(row => row.Name != "product" && result.Row("product") is not null))
        {
            string Ratio(string figure) => Spread.Ratio(result.Row("product")!.Figures[figure], peer.Figures[figure]).Text("n2");
            text += $"product / {peer.Name}: {Ratio("answers/s")} by answers/s, {Ratio("shares/s")} by shares/s\n";
        }

        text += "\n";
        text += result.Origin(samples.Max(sample => sample.Round));
        Console.WriteLine(text);
        if (options.Docs)
        {
            DocSection.Write("performance.md", "bouquet", text, BarChart.Svg($"Hot bouquet, {options.Claimants:n0} claimants on {Stampede.Shares} shares", "answers a second", "n0",
                [.. result.Rows.Select(row => new Bar(row.Name, row["answers/s"]!.Value))]));
        }

        Console.WriteLine($"Results: {options.Results.Path}");
        return result.Rows.All(row => Verdict(row) == "exact");
    }
}
