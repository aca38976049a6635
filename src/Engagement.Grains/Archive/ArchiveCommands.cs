using Engagement.Grains.Recounting;

namespace Engagement.Grains.Archive;

/// <summary>The subcommands <c>export</c> and <c>import</c>. 0 done, 1 refused and nothing changed, or what came in is not clean; 2 no such options.</summary>
public static class ArchiveCommands
{
    private const long Step = 100_000;

    /// <summary>Runs one and prints how far it is.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, string[] args)
    {
        try
        {
            switch (args.Except(["--public"]).ToArray())
            {
                case ["export", "--out", { Length: > 0 } archive] when args.Contains("--public"):
                    await Say(output, await new PublicArchive(services).WriteAsync(Path.GetFullPath(archive), Told(output, "roses read")), archive);
                    return 0;
                case ["export", "--out", { Length: > 0 } folder]:
                    var written = await new CellExport(services).WriteAsync(Path.GetFullPath(folder), Told(output, "keys written"));
                    await output.WriteLineAsync($"Exported {written.Files.Sum(file => file.Keys)} keys of {written.Campaign}. It holds personal data; without Keys:Master it stays sealed.");
                    return 0;
                case ["import", { Length: > 0 } from]:
                    var read = await new CellImport(services).RunAsync(Path.GetFullPath(from), Told(output, "keys written"));
                    await output.WriteLineAsync($"Imported {read.Files.Sum(file => file.Keys)} keys of {read.Campaign}, which {read.Program} wrote. Recounting ...");
                    return await RecountCommand.RunAsync(services, output, json: false);
                default:
                    await output.WriteLineAsync("export --out FOLDER | export --public --out FOLDER | import FOLDER");
                    return 2;
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task Say(TextWriter output, ArchiveReport report, string folder)
    {
        await output.WriteLineAsync(report.Added > 0
            ? $"{report.Added} days added, up to {report.Index.Latest!.Day}: {report.Index.Latest.Sent} sent, {report.Index.Latest.Claimed} claimed by its end. Digest {report.Index.Latest.Digest}."
            : "Nothing to add: the archive has every closed day.");
        await output.WriteLineAsync(report.Quiet
            ? $"The city has {report.Sent} sent and {report.Claimed} claimed by now, as its records and its counters say."
            : $"The records say {report.Sent} sent and {report.Claimed} claimed; the city was written to meanwhile.");
        await output.WriteLineAsync($"Check it: python3 {Path.Combine(folder, "verify.py")}");
    }

    private static Action<long> Told(TextWriter output, string what)
    {
        var told = 0L;
        return n =>
        {
            if (n >= told + Step)
            {
                told = n / Step * Step;
                output.WriteLine($"{told} {what} ...");
            }
        };
    }
}
