using System.Diagnostics;
using System.Text.Json;
using Engagement.Rig.City;
using HdrHistogram;

namespace Engagement.Rig.Peers;

/// <summary>Bouquets of one peer: everybody claims a share of each at once, through as many callers as there are.</summary>
internal sealed class Stampede(Contest contest, Peer peer, Person organiser, int callers)
{
    /// <summary>Roses of a bouquet, one a share.</summary>
    public const int Shares = 500;

    private const int AskAgain = 5;

    private readonly Person[] _people = peer.People.ToArray();
    private long _won;

    /// <summary>One bouquet from its first claim to its last refusal, and whether it went right.</summary>
    public async Task<(Dictionary<string, double> Figures, string[] Wrong)> Run()
    {
        var (reason, preset) = contest.Catalogue.Any();
        var made = CityClient.Need(await peer.City.Post("api/v1/bouquets",
            new { commandId = CityClient.NewCommand(), roses = Shares, shares = Shares, split = "equal", reason, preset }, organiser.Token));
        var (path, secret) = ($"/api/v1/bouquets/{made.Text("bouquetId")}/claim", made.Text("secret"));
        Random.Shared.Shuffle(_people);
        string[] bodies = [.. _people.Select(_ => Body(secret))];
        var (answers, times, next, lastShare) = (new (int Status, string Body)[_people.Length], new LongConcurrentHistogram(1, 600_000_000, 3), -1, 0L);
        var all = Enumerable.Range(0, callers).Select(_ => new Caller(peer.Site)).ToArray();
        var (program, store, start) = (ServedBy.Cpu(peer.Program.Pid), ServedBy.Cpu(peer.StorePid), Stopwatch.GetTimestamp());
        await Task.WhenAll(all.Select(caller => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < _people.Length; i = Interlocked.Increment(ref next))
            {
                var asked = Stopwatch.GetTimestamp();
                answers[i] = await caller.Post(path, _people[i].Token, bodies[i]);
                times.RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(asked).TotalMicroseconds));
                if (answers[i].Status == 200)
                {
                    Interlocked.Exchange(ref lastShare, Stopwatch.GetTimestamp());
                }
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double Each(double before, int pid) => (ServedBy.Cpu(pid) - before) * 1e6 / _people.Length;
        var (programCpu, storeCpu, winners) = (Each(program, peer.Program.Pid), Each(store, peer.StorePid), answers.Count(answer => answer.Status == 200));
        string[] wrong = [.. await Wrong(answers), .. await Again(all[0], path, secret, bodies, answers)];
        Array.ForEach(all, caller => caller.Dispose());
        Array.ForEach(wrong, difference => Console.WriteLine("WRONG: " + difference));
        return (new()
        {
            ["answers/s"] = _people.Length / seconds, ["shares/s"] = lastShare == 0 ? 0 : winners / Stopwatch.GetElapsedTime(start, lastShare).TotalSeconds,
            ["p50 ms"] = times.GetValueAtPercentile(50) / 1e3, ["p99 ms"] = times.GetValueAtPercentile(99) / 1e3,
            ["program us/answer"] = programCpu, ["store us/answer"] = storeCpu, ["winners"] = winners, ["differences"] = wrong.Length,
        }, wrong);
    }

    // So many winners, each with one rose of their own that the store has in their hands; everybody else too late.
    private async Task<List<string>> Wrong((int Status, string Body)[] answers)
    {
        var (wrong, winners) = (new List<string>(), Math.Min(Shares, _people.Length));
        var won = _people.Zip(answers).Where(pair => pair.Second.Status == 200).Select(pair => (Winner: pair.First, Roses: Roses(pair.Second.Body))).ToArray();
        if (won.Length != winners || answers.Count(answer => answer.Body.Contains("BouquetEmpty", StringComparison.Ordinal)) != _people.Length - winners)
        {
            wrong.Add($"{peer.Name}: {won.Length} winners of {winners}, answers: {string.Join(", ", answers.GroupBy(answer => answer.Status).Select(group => $"{group.Count()} of {group.Key}"))}");
        }

        string[] roses = [.. won.SelectMany(one => one.Roses)];
        var stored = await peer.Store.Roses(roses);
        var hands = won.SelectMany(one => one.Roses.Select(_ => one.Winner.Id)).Zip(stored).Count(pair => pair.Second == (organiser.Id, pair.First, 1));
        if (roses.Distinct().Count() != winners || hands != winners)
        {
            wrong.Add($"{peer.Name}: {roses.Distinct().Count()} different roses were won, {hands} are stored in their winner's hands; {winners} were put in");
        }

        _won += roses.Length;
        if (await peer.Store.Totals() is var totals && totals != (_won, _won, _won, _won))
        {
            wrong.Add($"{peer.Name}: the totals are {totals}; {_won} were won");
        }

        return wrong;
    }

    // A winner who asks again has the same roses; with a new command there is no second share.
    private async Task<List<string>> Again(Caller caller, string path, string secret, string[] bodies, (int Status, string Body)[] answers)
    {
        var wrong = new List<string>();
        foreach (var i in Enumerable.Range(0, answers.Length).Where(i => answers[i].Status == 200).Take(AskAgain))
        {
            var (again, second) = (await caller.Post(path, _people[i].Token, bodies[i]), await caller.Post(path, _people[i].Token, Body(secret)));
            if (again.Status != 200 || !Roses(again.Body).SequenceEqual(Roses(answers[i].Body)) || !second.Body.Contains("AlreadyInBouquet", StringComparison.Ordinal))
            {
                wrong.Add($"{peer.Name}: a winner asked again: {again.Status}; with a new command: {second.Status}");
            }
        }

        return wrong;
    }

    private static string Body(string secret) => $$"""{"commandId":"{{CityClient.NewCommand()}}","secret":"{{secret}}"}""";

    // A chunked body carries its framing.
    private static string[] Roses(string body) =>
        [.. JsonSerializer.Deserialize<JsonElement>(body[body.IndexOf('{')..(body.LastIndexOf('}') + 1)]).GetProperty("roseIds").EnumerateArray().Select(id => id.GetString()!)];
}
