using Engagement.Grains;
using Engagement.Grains.Recounting;
using Engagement.Rig.History;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Engagement.Rig.Check;

/// <summary><c>check</c>: proves a recorded history, then the store's own counts.</summary>
internal static class CheckCommand
{
    public static readonly string[] Options = ["history", "data", "recount", "campaign", "budget", "local"];

    public static async Task<int> Run(RigArguments args)
    {
        var files = (args.Text("history") ?? throw new ArgumentException("--history is missing: a file, or several with commas.")).Split(',');
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new ArgumentException($"{missing} is no file.");
        }

        var report = HistoryCheck.Run(HistoryFile.Read(files), args.Number("budget", HistoryCheck.DefaultBudget));
        Console.WriteLine(report);
        var counted = await Recounted(args);
        return report.IsProven && counted ? 0 : 1;
    }

    private static async Task<bool> Recounted(RigArguments args)
    {
        if (args.Text("data") is { } data)
        {
            var difference = await Load.Recount.Run(Programs.Local(args.Text("local")), data);
            Console.WriteLine(difference is null ? "" : "WRONG: " + difference);
            return difference is null;
        }

        if (args.Text("recount") is { } redis)
        {
            var report = await Recount(redis, args.Text("campaign", "jiangmen"));
            Console.WriteLine($"recount: {report.Records.Values.Sum():n0} records, {report.Entries:n0} entries, "
                + (report.Quiet ? $"{report.Differences.Count:n0} differences" : "not quiet: no verdict"));
            foreach (var difference in report.Differences.Take(20))
            {
                Console.WriteLine("WRONG: " + difference);
            }

            return report.ExitCode == 0;
        }

        Console.WriteLine("recount was not asked: name the city's folder with --data, or its store with --recount HOST:PORT");
        return true;
    }

    // The product's own recount, without a silo, on any store that holds the cell.
    private static async Task<RecountReport> Recount(string redis, string campaign)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Store:Connection"] = redis, ["Campaign:Id"] = campaign }).Build());
        services.AddLogging();
        services.AddLedger();
        services.AddSerializer();
        await using var provider = services.BuildServiceProvider();
        return await Grains.Recounting.Recount.RunAsync(provider);
    }
}
