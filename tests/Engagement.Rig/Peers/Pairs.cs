using System.Diagnostics;
using Engagement.Rig.City;
using Engagement.Rig.Load;
using HdrHistogram;

namespace Engagement.Rig.Peers;

/// <summary>Runs send and claim pairs in a closed loop. Each caller has people of its own, so nobody waits for another's record.</summary>
internal sealed class Pairs(Peer peer, Catalogue catalogue, int callers)
{
    private readonly LongConcurrentHistogram _send = new(1, 600_000_000, 3);
    private readonly LongConcurrentHistogram _claim = new(1, 600_000_000, 3);
    private readonly int _people = peer.People.Length;
    private long _pairs;
    private long _last;
    private long _longestGap;

    /// <summary>Runs for a time and until so many pairs are done; <paramref name="fault"/> happens meanwhile.</summary>
    public async Task<Slice> Run(TimeSpan length, int atLeast = 0, Func<Task>? fault = null)
    {
        var all = Enumerable.Range(0, callers).Select(_ => new Caller(peer.Site)).ToArray();
        var (program, store, own) = (ServedBy.Cpu(peer.Program.Pid), ServedBy.Cpu(peer.StorePid), ServedBy.Cpu(Environment.ProcessId));
        var (from, clock) = (peer.Now, Stopwatch.StartNew());
        _last = Stopwatch.GetTimestamp();
        var broken = fault?.Invoke() ?? Task.CompletedTask;
        var gifts = await Task.WhenAll(all.Select((caller, number) => Task.Run(() => Loop(caller, number,
            () => clock.Elapsed < length || Interlocked.Read(ref _pairs) < atLeast || !broken.IsCompleted))));
        var elapsed = clock.Elapsed.TotalSeconds;
        await broken;
        peer.Books.Enter(gifts.SelectMany(one => one.Gifts), gifts.SelectMany(one => one.Refusals), from, peer.Now);
        double Each(double before, int pid) => (ServedBy.Cpu(pid) - before) * 1e6 / Math.Max(1, _pairs);
        var slice = new Slice(peer.Name, _pairs, _pairs / elapsed,
            fault is null ? Each(program, peer.Program.Pid) : 0, Each(store, peer.StorePid), Each(own, Environment.ProcessId),
            _send.GetValueAtPercentile(50) / 1e3, _send.GetValueAtPercentile(99) / 1e3, _claim.GetValueAtPercentile(50) / 1e3, _claim.GetValueAtPercentile(99) / 1e3,
            all.Sum(caller => caller.Unknown), Stopwatch.GetElapsedTime(0, _longestGap).TotalSeconds);
        foreach (var caller in all)
        {
            caller.Dispose();
        }

        return slice;
    }

    private async Task<(List<Gift> Gifts, List<string> Refusals)> Loop(Caller caller, int number, Func<bool> goOn)
    {
        int[] mine = [.. Enumerable.Range(0, _people).Where(i => i % callers == number)];
        var (gifts, refusals) = (new List<Gift>(), new List<string>());
        for (var next = 0; goOn(); next = (next + 1) % mine.Length)
        {
            var giver = mine[next];
            var (status, body) = await Timed(_send, () => Send(caller, giver));
            if (status != 201)
            {
                refusals.Add($"send {status} {Field(body, "\"outcome\":\"") ?? body}");
                continue;
            }

            var taker = mine[(next + 1 + Random.Shared.Next(mine.Length - 1)) % mine.Length];
            var (rose, secret) = (Field(body, "\"roseId\":\"")!, Field(body, "\"secret\":\"")!);
            (status, body) = await Timed(_claim, () => Claim(caller, taker, rose, secret));
            gifts.Add(new(rose, giver, status == 200 ? taker : -1, body.Contains("\"counted\":true", StringComparison.Ordinal)));
            if (status != 200)
            {
                refusals.Add($"claim {status} {Field(body, "\"outcome\":\"") ?? body}");
                continue;
            }

            Interlocked.Increment(ref _pairs);
        }

        return (gifts, refusals);
    }

    private Task<(int Status, string Body)> Send(Caller caller, int giver)
    {
        var (reason, preset) = catalogue.Any();
        return caller.Post("/api/v1/roses", peer.Books.People[giver].Token,
            $$"""{"commandId":"{{CityClient.NewCommand()}}","reason":"{{reason}}","preset":"{{preset}}"}""");
    }

    private Task<(int Status, string Body)> Claim(Caller caller, int taker, string rose, string secret) => caller.Post(
        $"/api/v1/roses/{rose}/claim", peer.Books.People[taker].Token, $$"""{"commandId":"{{CityClient.NewCommand()}}","secret":"{{secret}}"}""");

    // A time runs from the first try to the answer. The longest time in which nobody at all was answered is kept.
    private async Task<(int Status, string Body)> Timed(LongConcurrentHistogram times, Func<Task<(int Status, string Body)>> act)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await act();
        var now = Stopwatch.GetTimestamp();
        times.RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(start, now).TotalMicroseconds));
        var gap = now - Interlocked.Exchange(ref _last, now);
        for (var longest = Interlocked.Read(ref _longestGap); gap > longest; longest = Interlocked.Read(ref _longestGap))
        {
            Interlocked.CompareExchange(ref _longestGap, gap, longest);
        }

        return answer;
    }

    private static string? Field(string body, string name) =>
        body.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at && at + name.Length is var from && body.IndexOf('"', from) is > 0 and var to ? body[from..to] : null;
}

/// <summary>One slice of one peer. CPU in microseconds a pair, times in milliseconds, the gap in seconds.</summary>
internal sealed record Slice(
    string Peer, long Pairs, double PairsPerSecond, double ProgramCpu, double StoreCpu, double RigCpu,
    double SendP50, double SendP99, double ClaimP50, double ClaimP99, int Unknown, double Gap)
{
    /// <summary>As figures of a result.</summary>
    public Dictionary<string, double> Figures() => new()
    {
        ["pairs"] = Pairs, ["pairs/s"] = PairsPerSecond, ["program us/pair"] = ProgramCpu, ["store us/pair"] = StoreCpu, ["cpu us/pair"] = ProgramCpu + StoreCpu,
        ["rig us/pair"] = RigCpu, ["send p50 ms"] = SendP50, ["send p99 ms"] = SendP99, ["claim p50 ms"] = ClaimP50, ["claim p99 ms"] = ClaimP99,
    };
}
