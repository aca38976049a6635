using System.Text.Json;
using Engagement.Rig.Load;

namespace Engagement.Rig.Compare;

/// <summary><c>compare</c>: the product and the floor in turns on one machine. Only what both did in the same minutes is compared.</summary>
internal static class CompareCommand
{
    public static readonly string[] Options = ["rounds", "warmup", "seconds", "callers", "people", "batch", "out", "local", "before", "data"];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static async Task<int> Run(RigArguments args)
    {
        var (callers, people) = (args.Number("callers", 64), args.Number("people", 4_000));
        var (warmUp, length) = (TimeSpan.FromSeconds(args.Number("warmup", 15)), TimeSpan.FromSeconds(args.Number("seconds", 10)));
        if (people < 2 * callers)
        {
            throw new ArgumentException("--people must be at least twice --callers: each caller has people of its own.");
        }

        var folder = args.Text("data") ?? Directory.CreateTempSubdirectory("rig-compare-").FullName;
        var peers = new List<Peer>();
        try
        {
            peers.Add(await Peer.Product("product", Programs.Local(args.Text("local")), Path.Combine(folder, "product"), people, callers));
            if (args.Text("before") is { } before)
            {
                peers.Add(await Peer.Product("before", Programs.Local(before), Path.Combine(folder, "before"), people, callers));
            }

            peers.Add(await Peer.Floor("floor", Path.Combine(folder, "floor"), batch: false, people, callers));
            if (args.Has("batch"))
            {
                peers.Add(await Peer.Floor("floor, batched", Path.Combine(folder, "batched"), batch: true, people, callers));
            }

            var report = await Measure(peers, args.Number("rounds", 5), warmUp, length, callers);
            Console.WriteLine(report.Markdown);
            var file = args.Text("out") ?? Path.Combine(folder, "compare.json");
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Readable));
            Console.WriteLine($"Results: {file}");
            return report.Wrong.Count == 0 ? 0 : 1;
        }
        finally
        {
            foreach (var peer in peers)
            {
                await peer.DisposeAsync();
            }
        }
    }

    private static async Task<CompareReport> Measure(List<Peer> peers, int rounds, TimeSpan warmUp, TimeSpan length, int callers)
    {
        var catalogue = await Catalogue.Read(peers[0].City);
        foreach (var peer in peers)
        {
            Console.Error.WriteLine($"  warming {peer.Name} (started in {peer.Program.StartSeconds:n1} s)");
            await new Pairs(peer, catalogue, callers).Run(warmUp);
        }

        var (slices, wrong) = (new List<Slice>(), new List<string>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var peer in round % 2 == 0 ? peers : Enumerable.Reverse(peers))
            {
                await peer.City.Advance(TimeSpan.FromHours(24)); // a new day: every pair of people counts again
                slices.Add(await new Pairs(peer, catalogue, callers).Run(length));
                Console.Error.WriteLine($"  round {round + 1}: {slices[^1].Peer} {slices[^1].PairsPerSecond:n0} pairs/s, CPU {slices[^1].ProgramCpu:n0} + {slices[^1].StoreCpu:n0} us");
                wrong.AddRange(await peer.Check() is { } difference ? [difference] : []);
            }
        }

        return CompareReport.Of(slices, peers, wrong);
    }
}
