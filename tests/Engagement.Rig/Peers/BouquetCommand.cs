using System.Diagnostics;
using System.Text.Json;
using Engagement.Rig.City;
using Engagement.Rig.Results;
using Engagement.Rig.Serve;
using HdrHistogram;

namespace Engagement.Rig.Peers;

/// <summary><c>peers bouquet</c>: everybody wants one of 500 shares at once, the product against PostgreSQL, in turns.</summary>
internal static class BouquetCommand
{
    private const int Shares = 500;

    private static readonly string[] Standard = ["product", "postgres-cte"];

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
            throw new ArgumentException("--only: bouquets are had by product and postgres-cte.");
        }

        var parameters = options.Parameters();
        foreach (var unused in new[] { "people", "seconds", "warmup" })
        {
            parameters.Remove(unused);
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
        var organisers = new Dictionary<Peer, Person>();
        foreach (var peer in contest.Peers)
        {
            organisers[peer] = await peer.City.SignIn(Resident.Organiser);
            var clock = Stopwatch.StartNew();
            for (var warm = 0; warm < 8 && clock.Elapsed < options.WarmUp; warm++)
            {
                await One(contest, peer, organisers[peer], options); // the budget is 20 bouquets
            }

            Console.Error.WriteLine($"  warmed {peer.Name}");
        }

        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var peer in done.Contains(round) ? [] : contest.Shuffled(round))
            {
                await peer.NextDay();
                var (figures, wrong) = await One(contest, peer, organisers[peer], options);
                Console.Error.WriteLine($"  round {round}: {peer.Name} {figures["answers/s"]:n0} answers/s, {figures["winners"]} winners, {(wrong.Length == 0 ? "exactly right" : "WRONG")}");
                options.Results.Append(new("peers bouquet", parameters, round, peer.Name, figures, wrong, contest.Machine, DateTimeOffset.UtcNow));
            }
        }
    }

    // One bouquet from its first claim to its last refusal, and whether it went right.
    private static async Task<(Dictionary<string, double> Figures, string[] Wrong)> One(Contest contest, Peer peer, Person organiser, PeersOptions options)
    {
        var (reason, preset) = contest.Catalogue.Any();
        var made = CityClient.Need(await peer.City.Post("api/v1/bouquets",
            new { commandId = CityClient.NewCommand(), roses = Shares, shares = Shares, split = "equal", reason, preset }, organiser.Token));
        var (path, secret) = ($"/api/v1/bouquets/{made.Text("bouquetId")}/claim", made.Text("secret"));
        var people = peer.People.ToArray();
        Random.Shared.Shuffle(people);
        var (answers, times, next, lastShare) = (new (int Status, string Body)[people.Length], new LongConcurrentHistogram(1, 600_000_000, 3), -1, 0L);
        var callers = Enumerable.Range(0, options.Callers).Select(_ => new Caller(peer.Site)).ToArray();
        var (program, store, start) = (ServedBy.Cpu(peer.Program.Pid), ServedBy.Cpu(peer.StorePid), Stopwatch.GetTimestamp());
        await Task.WhenAll(callers.Select(caller => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < people.Length; i = Interlocked.Increment(ref next))
            {
                var asked = Stopwatch.GetTimestamp();
                answers[i] = await caller.Post(path, people[i].Token, $$"""{"commandId":"{{CityClient.NewCommand()}}","secret":"{{secret}}"}""");
                times.RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(asked).TotalMicroseconds));
                if (answers[i].Status == 200)
                {
                    Interlocked.Exchange(ref lastShare, Stopwatch.GetTimestamp());
                }
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Array.ForEach(callers, caller => caller.Dispose());
        double Each(double before, int pid) => (ServedBy.Cpu(pid) - before) * 1e6 / people.Length;
        var figures = new Dictionary<string, double>
        {
            ["answers/s"] = people.Length / seconds, ["shares/s"] = lastShare == 0 ? 0 : answers.Count(answer => answer.Status == 200) / Stopwatch.GetElapsedTime(start, lastShare).TotalSeconds,
            ["p50 ms"] = times.GetValueAtPercentile(50) / 1e3, ["p99 ms"] = times.GetValueAtPercentile(99) / 1e3,
            ["program us/answer"] = Each(program, peer.Program.Pid), ["store us/answer"] = Each(store, peer.StorePid),
            ["winners"] = answers.Count(answer => answer.Status == 200),
        };
        string[] wrong = [.. await Wrong(peer, people, organiser, answers, Math.Min(Shares, people.Length))];
        foreach (var difference in wrong)
        {
            Console.WriteLine("WRONG: " + difference);
        }

        return (new(figures) { ["differences"] = wrong.Length }, wrong);
    }

    // So many winners, each with one rose of their own that the store has in their hands; everybody else too late.
    private static async Task<List<string>> Wrong(Peer peer, Person[] people, Person organiser, (int Status, string Body)[] answers, int winners)
    {
        var wrong = new List<string>();
        var won = people.Zip(answers).Where(pair => pair.Second.Status == 200)
            .Select(pair => (Winner: pair.First, Roses: JsonSerializer.Deserialize<JsonElement>(Json(pair.Second.Body)).GetProperty("roseIds").EnumerateArray().Select(id => id.GetString()!).ToArray()))
            .ToArray();
        if (won.Length != winners || answers.Count(answer => answer.Body.Contains("BouquetEmpty", StringComparison.Ordinal)) != people.Length - winners)
        {
            wrong.Add($"{peer.Name}: {won.Length} winners of {winners}, other answers: {string.Join(", ", answers.GroupBy(answer => answer.Status).Select(group => $"{group.Count()} of {group.Key}"))}");
        }

        string[] roses = [.. won.SelectMany(one => one.Roses)];
        var stored = await peer.Store.Roses(roses);
        var hands = won.SelectMany(one => one.Roses.Select(_ => one.Winner.Id)).Zip(stored).Count(pair => pair.Second == (organiser.Id, pair.First, 1));
        if (roses.Distinct().Count() != winners || hands != winners)
        {
            wrong.Add($"{peer.Name}: {roses.Distinct().Count()} different roses were won, {hands} are stored in their winner's hands; {winners} were put in");
        }

        return wrong;
    }

    // A chunked body carries its framing.
    private static string Json(string body) => body[body.IndexOf('{')..(body.LastIndexOf('}') + 1)];

    private static bool Report(PeersOptions options, SortedDictionary<string, string> parameters)
    {
        var samples = options.Results.Complete("peers bouquet", parameters, [.. options.Peers]);
        var result = Result.Of(samples, options.Peers);
        static string Verdict(ResultRow row) => row["differences"]?.Max > 0 ? "FAILS" : "exact";
        var text = MarkdownTable.Of(result, $"{options.Claimants:n0} claimants, {Shares} shares", Columns, Verdict, "check") + "\n";
        if (result.Row("product") is { } product && result.Row("postgres-cte") is { } postgres)
        {
            text += $"product / postgres-cte: {Spread.Ratio(product.Figures["answers/s"], postgres.Figures["answers/s"]).Text("n2")} by answers/s\n\n";
        }

        text += result.Origin(samples.Max(sample => sample.Round));
        Console.WriteLine(text);
        if (options.Docs)
        {
            DocSection.Write("performance.md", "bouquet", text, BarChart.Svg($"Hot bouquet, {options.Claimants:n0} claimants on {Shares} shares", "answers a second", "n0",
                [.. result.Rows.Select(row => new Bar(row.Name, row["answers/s"]!.Value))]));
        }

        Console.WriteLine($"Results: {options.Results.Path}");
        return result.Rows.All(row => Verdict(row) == "exact");
    }
}
