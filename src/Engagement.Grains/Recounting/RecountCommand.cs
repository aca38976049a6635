using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Grains.Recounting;

/// <summary>The subcommand `recount`: prints what <see cref="Recount"/> found.</summary>
public static class RecountCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Recounts and prints. 0 clean, 1 differences, 2 not quiet: no verdict.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, bool json)
    {
        var report = await Recount.RunAsync(services);
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(report, Json));
            return report.ExitCode;
        }

        foreach (var difference in report.Differences)
        {
            await output.WriteLineAsync(difference.ToString());
        }

        await output.WriteLineAsync($"Records: {Numbers(report.Records)}. Roses: {Numbers(report.Roses)}. Entries compared: {report.Entries}.");
        await output.WriteLineAsync(report.ExitCode switch
        {
            0 => "Clean: every counter, board, index, guard and agenda entry is what the records say.",
            1 => $"{report.Differences.Count} differences.",
            _ => "Not quiet: the cell was written to meanwhile; no verdict. Recount at a quiet moment or on a restored copy.",
        });
        return report.ExitCode;
    }

    private static string Numbers(IReadOnlyDictionary<string, long> numbers) =>
        numbers.Count == 0 ? "none" : string.Join(", ", numbers.Select(pair => $"{pair.Value} {pair.Key}"));
}
