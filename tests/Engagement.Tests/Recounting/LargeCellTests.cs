using System.Diagnostics;
using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace Engagement.Tests.Recounting;

/// <summary>A cell with many roses. RECOUNT_ROSES=300000 measures; the default only shows that it works.</summary>
[Collection(StoreTests.Name)]
public sealed class LargeCellTests(StoreFixture stores, ITestOutputHelper output)
{
    [RedisFact]
    public async Task Run_ManyRosesOfManyPeople_IsClean()
    {
        var roses = int.TryParse(Environment.GetEnvironmentVariable("RECOUNT_ROSES"), out var asked) ? asked : 3_000;
        await using var bench = await stores.BenchAsync(StoreKind.Redis);
        await SeedAsync(bench, roses);
        var watch = Stopwatch.StartNew();
        var report = await Recount.RunAsync(bench.Services);
        output.WriteLine($"{roses} roses, {report.Entries} entries: {watch.Elapsed.TotalSeconds:F1} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        Assert.True(report.ExitCode == 0, string.Join('\n', report.Differences.Take(5)));
        Assert.Equal(roses, report.Records["rose"]);
    }

    private static async Task SeedAsync(LedgerBench bench, int roses)
    {
        var people = Enumerable.Range(0, roses / 3).Select(_ => new ParticipantId(Guid.NewGuid())).ToArray();
        var sent = new int[people.Length];
        var (guards, writes) = (new Guards(20), new List<Task>());
        var expected = new Expected(guards);
        for (var i = 0; i < roses; i++)
        {
            var (giver, taker) = (i % people.Length, (i * 7 + 1 + i / people.Length) % people.Length);
            sent[giver]++;
            var rose = new RoseState
            {
                Id = new(Guid.NewGuid()), Status = RoseStatus.Held, Sender = people[giver], BornAt = i, BornDay = 20260601, Offers = 1, Hops = 1,
                Latest = new() { Number = 1, From = people[giver], To = people[taker], At = i, Day = 20260601 + i % 20, Second = i, Offer = 1, Giver = new("d", "c", "o", "co") },
            };
            var hop = rose.Latest;
            guards.Read(hop.PairGuard, new(hop.PairMember, hop.Owner(rose.Id)));
            expected.Add(rose);
            writes.Add(bench.Redis.StringSetAsync(bench.Cell.Record("rose", rose.Id.ToString()), bench.Format.Write(rose, null)));
            writes.Add(bench.Redis.HashSetAsync(bench.Cell.Key(hop.PairGuard), hop.PairMember, hop.Owner(rose.Id)));
            if (writes.Count > 5_000)
            {
                await Task.WhenAll(writes);
                writes.Clear();
            }
        }

        for (var i = 0; i < people.Length; i++)
        {
            var person = new ParticipantState { Id = people[i], Since = 1, Purse = new() { AllGranted = sent[i], AllSent = sent[i] } };
            expected.Add(person);
            writes.Add(bench.Redis.StringSetAsync(bench.Cell.Record("participant", person.Id.ToString()), bench.Format.Write(person, null)));
        }

        foreach (var (key, fields) in expected.Counters)
        {
            writes.Add(bench.Redis.HashSetAsync(bench.Cell.Key(key), [.. fields.Select(f => new HashEntry(Bytes(f.Key), f.Value))]));
        }

        foreach (var (key, members) in expected.Boards)
        {
            writes.Add(bench.Redis.SortedSetAddAsync(bench.Cell.Key(key), [.. members.Select(m => new SortedSetEntry(Bytes(m.Key), m.Value.Packed))]));
        }

        foreach (var (key, members) in expected.Indexes)
        {
            writes.Add(bench.Redis.SortedSetAddAsync(bench.Cell.Key(key), [.. members.Select(m => new SortedSetEntry(Bytes(m.Key), m.Value))]));
        }

        await Task.WhenAll(writes);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.Latin1.GetBytes(text);
}
