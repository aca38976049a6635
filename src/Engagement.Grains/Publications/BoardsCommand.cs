using Engagement.Grains.Campaigns;
using Engagement.Grains.Recounting;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Grains.Publications;

/// <summary>The subcommand `boards`: checks a published document, or compares one with the records (docs/boards.md).</summary>
public static class BoardsCommand
{
    /// <summary>Checks a file by itself, without settings, store or network. 0 in order, 1 not, 2 not called rightly.</summary>
    public static async Task<int> CheckAsync(string[] args, TextWriter output)
    {
        if (args.Length is not (3 or 5) || args.Skip(2).FirstOrDefault(file => !File.Exists(file)) is { } missing && await Told(output, $"There is no file {missing}."))
        {
            await output.WriteLineAsync("boards check FILE.json [FILE.sig FILE.pem]");
            return 2;
        }

        var file = await File.ReadAllBytesAsync(args[2]);
        var faults = SnapshotCheck.Faults(file).ToList();
        var (signature, key) = args.Length == 5 ? (await File.ReadAllBytesAsync(args[3]), await File.ReadAllTextAsync(args[4])) : ([], "");
        if (args.Length == 5 && !SnapshotCheck.IsSigned(file, signature, key))
        {
            faults.Add("the signature is not of this file and this key");
        }

        await output.WriteLineAsync($"SHA-256 {SnapshotFormat.Hash(file)}");
        foreach (var fault in faults)
        {
            await output.WriteLineAsync(fault);
        }

        await output.WriteLineAsync(faults.Count > 0 ? "Not in order."
            : args.Length == 5 ? "In order: every rank and rate follows from the counts, and the signature is of this file and this key."
            : "In order: every rank and rate follows from the counts.");
        return faults.Count > 0 ? 1 : 0;
    }

    /// <summary>Recounts the cell, then compares the edition that holds with the boards. 0 equal, 1 it differs, 2 no verdict.</summary>
    public static async Task<int> CompareAsync(IServiceProvider services, TextWriter output, string[] args)
    {
        var reader = services.GetRequiredService<PublicationReader>();
        if (args.Length != 3 || !PublicationPeriod.TryParse(args[2], out var period) || await reader.Read(period) is not { Editions.Count: > 0 } state)
        {
            await output.WriteLineAsync("boards compare PERIOD, where PERIOD is all or like w20261123 and its boards were frozen.");
            return 2;
        }

        if (await RecountCommand.RunAsync(services, output, json: false) != 0)
        {
            await output.WriteLineAsync("No verdict: first the boards must be what the records say.");
            return 2;
        }

        await services.GetRequiredService<SeededCatalogue>().Refresh();
        var held = SnapshotFormat.Read(await reader.Body(state.Period, state.Latest!));
        var now = await services.GetRequiredService<SnapshotTaker>().Take(period, state.Couriers ?? [], state.Latest, null);
        var changes = SnapshotChange.Between(held, now);
        foreach (var change in changes)
        {
            await output.WriteLineAsync($"{change.Board} {change.Id} {change.Name}: {Line(change.Before)} -> {Line(change.After)}");
        }

        await output.WriteLineAsync(changes.Count == 0
            ? $"Equal: edition {state.Latest!.Number} of {state.Period} says what the records say."
            : $"{changes.Count} lines differ from edition {state.Latest!.Number} of {state.Period}: an erratum is due, or something is on its way.");
        return changes.Count == 0 ? 0 : 1;
    }

    private static string Line(SnapshotLine? line) => line is null ? "none" : $"rank {line.Rank?.ToString() ?? "-"}, {line.Count}";

    private static async Task<bool> Told(TextWriter output, string what)
    {
        await output.WriteLineAsync(what);
        return true;
    }
}
