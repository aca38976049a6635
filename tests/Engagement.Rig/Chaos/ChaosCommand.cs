using System.Diagnostics;
using Engagement.Rig.Chaos.Faults;
using Engagement.Rig.Results;

namespace Engagement.Rig.Chaos;

/// <summary><c>chaos</c>: a cluster under load and a fault in every round; afterwards the history must be linearizable and the cell clean.</summary>
internal static class ChaosCommand
{
    public static async Task<int> Run(RigArguments args, string[] line)
    {
        if (args.Has("list"))
        {
            foreach (var fault in AllFaults.All.Concat(AllFaults.Controls))
            {
                Console.WriteLine($"{fault.Name,-17} {(fault.Missing?.Invoke() is { } missing ? "needs " + missing : "")}");
            }

            return 0;
        }

        if (!Network.IsInside && Network.Missing() is null)
        {
            return await Network.Enter(["chaos", .. line]);
        }

        var options = ChaosOptions.From(args);
        var folder = args.Text("folder") ?? Directory.CreateTempSubdirectory("rig-chaos-").FullName;
        var results = new ChaosResults(new(args.Text("out", ResultsFile.Default)), options);
        Console.WriteLine($"Seed {options.Seed}, folder {folder}{(Network.IsInside ? "" : $"; no partitions and no full disk: {Network.Missing()} is missing")}; results: {results.Path}");
        if (Network.IsInside)
        {
            await Network.Build(options.Silos);
        }

        var isControl = args.Has("control");
        var schedule = isControl ? Named(AllFaults.Controls, options) : Choose(options);
        await Rounds(options, results, schedule, folder, isControl, TimeSpan.FromMinutes(args.Number("minutes", 24 * 60)));
        var done = results.Rounds(schedule);
        if (done.Count == schedule.Length && args.Has("docs"))
        {
            ChaosReport.Publish(done, options, isControl);
        }

        return ChaosReport.Print(done, schedule.Length);
    }

    // Each of the chosen faults once, in an order that the seed draws, and again until there are enough.
    private static Fault[] Choose(ChaosOptions options)
    {
        var faults = Named(AllFaults.All, options);
        var random = new Random(options.Seed);
        List<Fault> chosen = [];
        while (chosen.Count < options.Rounds)
        {
            random.Shuffle(faults);
            chosen.AddRange(faults.Take(options.Rounds - chosen.Count));
        }

        return [.. chosen];
    }

    // Those that were asked for; else all that this machine can do.
    private static Fault[] Named(IReadOnlyList<Fault> all, ChaosOptions options)
    {
        var faults = all.Where(fault => options.Faults?.Contains(fault.Name) ?? fault.Missing?.Invoke() is null).ToArray();
        return faults.Length > 0 && faults.Length == (options.Faults?.Distinct().Count() ?? faults.Length) ? faults
            : throw new ArgumentException($"--faults: one of {string.Join(',', options.Faults ?? ["all"])} is none here; see chaos --list.");
    }

    // Rounds that held before are not repeated; those that did not are.
    private static async Task Rounds(ChaosOptions options, ChaosResults results, Fault[] schedule, string folder, bool isControl, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        var open = Enumerable.Range(1, schedule.Length).Except(results.Rounds(schedule).Where(round => round.Wrong.Count == 0).Select(round => round.Number)).ToArray();
        if (open.Length == 0)
        {
            return;
        }

        // A control leaves a city that has lost something: each gets one of its own.
        await using var shared = isControl ? null : await Topology.Start(folder, options.Silos, options.PerDay);
        foreach (var number in open.TakeWhile(_ => clock.Elapsed < limit))
        {
            var fault = schedule[number - 1];
            var own = shared is null ? await Topology.Start(Path.Combine(folder, fault.Name), options.Silos, options.PerDay) : null;
            var result = await new Round(shared ?? own!, options, number, fault).Run();
            if (own is not null)
            {
                Judge(result);
                await own.DisposeAsync();
            }

            results.Add(result);
            Console.WriteLine(ChaosReport.Line(result));
            if (result.Wrong.Count > 0)
            {
                return; // what follows would start from a broken city
            }
        }
    }

    // A control must lose something: a checker that finds nothing then is blind.
    private static void Judge(RoundResult result)
    {
        result.Wrong.Clear();
        if (result.Found == 0)
        {
            result.Wrong.Add($"{result.Fault}: nothing was found missing: this run proves nothing.");
        }
    }
}
