using System.Diagnostics;
using Engagement.Rig.City;
using Engagement.Rig.Load;
using HdrHistogram;

namespace Engagement.Rig.Compare;

/// <summary>Runs send and claim pairs in a closed loop. Each caller has people of its own, so nobody waits for another's record.</summary>
internal sealed class Pairs(Peer peer, Catalogue catalogue, int callers)
{
    public async Task<Slice> Run(TimeSpan length)
    {
        var wires = Enumerable.Range(0, callers).Select(_ => new Wire(peer.Site)).ToArray();
        await Task.WhenAll(wires.Select(wire => wire.Connect()));
        var (send, claim) = (new LongConcurrentHistogram(1, 60_000_000, 3), new LongConcurrentHistogram(1, 60_000_000, 3));
        var (program, store, own) = (ServedBy.Cpu(peer.Program.Pid), ServedBy.Cpu(peer.StorePid), ServedBy.Cpu(Environment.ProcessId));
        var (pairs, clock) = (0L, Stopwatch.StartNew());
        await Task.WhenAll(wires.Select((wire, number) => Task.Run(async () =>
        {
            var mine = peer.People.Where((_, i) => i % callers == number).ToArray();
            for (var next = 0; clock.Elapsed < length; next = (next + 1) % mine.Length)
            {
                var start = Stopwatch.GetTimestamp();
                var (rose, secret) = await Send(wire, mine[next]);
                send.RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(start).TotalMicroseconds));
                start = Stopwatch.GetTimestamp();
                await Claim(wire, Other(mine, next), rose, secret);
                claim.RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(start).TotalMicroseconds));
                Interlocked.Increment(ref pairs);
            }
        })));
        var elapsed = clock.Elapsed.TotalSeconds;
        foreach (var wire in wires)
        {
            wire.Dispose();
        }

        peer.Acknowledged += pairs;
        double Each(double before, int pid) => (ServedBy.Cpu(pid) - before) * 1e6 / pairs;
        return new(peer.Name, pairs, pairs / elapsed, Each(program, peer.Program.Pid), Each(store, peer.StorePid), Each(own, Environment.ProcessId),
            send.GetValueAtPercentile(50) / 1e3, send.GetValueAtPercentile(99) / 1e3, claim.GetValueAtPercentile(50) / 1e3, claim.GetValueAtPercentile(99) / 1e3);
    }

    private async Task<(string Rose, string Secret)> Send(Wire wire, Person giver)
    {
        var (reason, preset) = catalogue.Any();
        var (status, body) = await wire.Post("/api/v1/roses", giver.Token,
            $$"""{"commandId":"{{CityClient.NewCommand()}}","reason":"{{reason}}","preset":"{{preset}}"}""");
        return status == 201 ? (Field(body, "\"roseId\":\""), Field(body, "\"secret\":\"")) : throw new RigException($"{peer.Name} answered a send {status}: {body}");
    }

    private async Task Claim(Wire wire, Person taker, string rose, string secret)
    {
        var (status, body) = await wire.Post($"/api/v1/roses/{rose}/claim", taker.Token, $$"""{"commandId":"{{CityClient.NewCommand()}}","secret":"{{secret}}"}""");
        if (status != 200)
        {
            throw new RigException($"{peer.Name} answered a claim {status}: {body}");
        }
    }

    private static string Field(string body, string name) => body.Substring(body.IndexOf(name, StringComparison.Ordinal) + name.Length, 22);

    private static Person Other(Person[] mine, int giver) => mine[(giver + 1 + Random.Shared.Next(mine.Length - 1)) % mine.Length];
}

/// <summary>One slice of one peer. CPU in microseconds a pair, times in milliseconds.</summary>
internal sealed record Slice(
    string Peer, long Pairs, double PairsPerSecond, double ProgramCpu, double StoreCpu, double RigCpu,
    double SendP50, double SendP99, double ClaimP50, double ClaimP99);
