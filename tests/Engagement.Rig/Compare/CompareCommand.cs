using System.Text.Json;
using Engagement.Rig.Load;

namespace Engagement.Rig.Compare;

/// <summary><c>compare</c>: the product and the floor in turns on one machine. Only what both did in the same minutes is compared.</summary>
internal static class CompareCommand
{
    public static readonly string[] Options = ["rounds", "warmup", "seconds", "callers", "people", "batch", "out", "local", "data"];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static async Task<int> Run(RigArguments args)
    {
        var (rounds, callers, people) = (args.Number("rounds", 5), args.Number("callers", 64), args.Number("people", 4_000));
        var (warmUp, length) = (TimeSpan.FromSeconds(args.Number("warmup", 15)), TimeSpan.FromSeconds(args.Number("seconds", 10)));
        if (people < 2 * callers)
        {
            throw new ArgumentException("--people must be at least twice --callers: each caller has people of its own.");
        }

        var folder = args.Text("data") ?? Directory.CreateTempSubdirectory("rig-compare-").FullName;
        await using var product = await Peer.Product(Programs.Local(args.Text("local")), Path.Combine(folder, "product"), people, callers);
        await using var floor = await Peer.Floor(Path.Combine(folder, "floor"), args.Has("batch"), people, callers);
        var catalogue = await Catalogue.Read(product.City);
        Peer[] peers = [product, floor];
        foreach (var peer in peers)
        {
            Console.Error.WriteLine($"  warming {peer.Name} (started in {peer.Program.StartSeconds:n1} s)");
            await new Pairs(peer, catalogue, callers).Run(warmUp);
        }

        var (slices, wrong) = (new List<Slice>(), new List<string>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var peer in round % 2 == 0 ? peers : peers.Reverse())
            {
                await peer.City.Advance(TimeSpan.FromHours(24)); // a new day: every pair of people counts again
                slices.Add(await new Pairs(peer, catalogue, callers).Run(length));
                Console.Error.WriteLine($"  round {round + 1}: {slices[^1]}");
                wrong.AddRange(await peer.Check() is { } difference ? [difference] : []);
            }
        }

        var report = CompareReport.Of(slices, product, floor, wrong);
        Console.WriteLine(report.Markdown);
        var file = args.Text("out") ?? Path.Combine(folder, "compare.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Readable));
        Console.WriteLine($"Results: {file}");
        return wrong.Count == 0 ? 0 : 1;
    }
}
