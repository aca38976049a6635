using System.Text.Json;
using Engagement.Rig.Chaos.Faults;

namespace Engagement.Rig.Chaos;

/// <summary><c>chaos</c>: a cluster under load and a fault in every round; afterwards the history must be linearizable and the cell clean.</summary>
internal static class ChaosCommand
{
    public static async Task<int> Run(RigArguments args, string[] line)
    {
        if (args.Has("list"))
        {
            foreach (var fault in AllFaults.All)
            {
                Console.WriteLine($"{fault.Name,-14} {(fault.Missing?.Invoke() is { } missing ? "needs " + missing : "")}");
            }

            return 0;
        }

        if (!Network.IsInside && Network.Missing() is null)
        {
            return await Network.Enter(["chaos", .. line]);
        }

        var options = ChaosOptions.From(args);
        var folder = args.Text("folder") ?? Directory.CreateTempSubdirectory("rig-chaos-").FullName;
        Console.WriteLine($"Seed {options.Seed}, folder {folder}{(Network.IsInside ? "" : $"; no partitions and no full disk: {Network.Missing()} is missing")}");
        if (Network.IsInside)
        {
            await Network.Build(options.Silos);
        }

        var results = args.Has("control") ? [await Control(options, folder)] : await Rounds(options, Choose(options, args), folder);
        await File.WriteAllTextAsync(args.Text("out") ?? Path.Combine(folder, "chaos.json"), JsonSerializer.Serialize(results, new JsonSerializerOptions { WriteIndented = true }));
        if (args.Has("docs"))
        {
            ChaosReport.Publish(results, options);
        }

        return ChaosReport.Print(results);
    }

    // Each of the chosen faults once, in an order that the seed draws, and again until there are enough.
    private static List<Fault> Choose(ChaosOptions options, RigArguments args)
    {
        var wanted = args.Text("faults")?.Split(',');
        var faults = AllFaults.All.Where(fault => wanted?.Contains(fault.Name) ?? fault.Missing?.Invoke() is null).ToArray();
        if (wanted is not null && faults.Length != wanted.Distinct().Count())
        {
            throw new ArgumentException($"--faults: one of {args.Text("faults")} is none; see chaos --list.");
        }

        var random = new Random(options.Seed);
        List<Fault> chosen = [];
        while (chosen.Count < options.Rounds)
        {
            random.Shuffle(faults);
            chosen.AddRange(faults.Take(options.Rounds - chosen.Count));
        }

        return chosen;
    }

    private static async Task<List<RoundResult>> Rounds(ChaosOptions options, List<Fault> faults, string folder)
    {
        await using var city = await Topology.Start(folder, options.Silos, options.PerDay);
        List<RoundResult> results = [];
        foreach (var (i, fault) in faults.Index())
        {
            var result = await new Round(city, options, i + 1, fault).Run();
            results.Add(result);
            Console.WriteLine(ChaosReport.Line(result));
            if (result.Wrong.Count > 0)
            {
                break; // what follows would start from a broken city
            }
        }

        return results;
    }

    // The same power cut with fsync every second: a checker that finds nothing then is blind.
    private static async Task<RoundResult> Control(ChaosOptions options, string folder)
    {
        await using var city = await Topology.Start(folder, options.Silos, options.PerDay);
        var result = await new Round(city, options, 1, AllFaults.Control).Run();
        Console.WriteLine($"control: {result.Wrong.Count} contradictions found; {string.Join("; ", result.Notes)}");
        if (result.Wrong.Count > 0)
        {
            result.Notes.Add($"found, as it must be: {result.Wrong[0]}");
            result.Wrong.Clear();
        }
        else
        {
            result.Wrong.Add("Nothing was found missing after a power cut with appendfsync everysec: this run proves nothing.");
        }

        return result;
    }
}
