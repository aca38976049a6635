using System.Globalization;
using System.Text;
using Engagement.Rig.Results;

namespace Engagement.Rig.Chaos;

/// <summary>A round in a line, all of them in a table, and the exit code.</summary>
internal static class ChaosReport
{
    public static string Line(RoundResult round) => string.Create(CultureInfo.InvariantCulture,
        $"round {round.Number,3}  {round.Fault,-14} {round.Seconds,5:n0} s  {round.Acknowledged,6:n0} acknowledged  {round.Verified,6:n0} verified  {round.FailedTries,5:n0} failed tries  "
        + $"longest wait {round.LongestWait / 1000.0,5:n1} s  {(round.Wrong.Count == 0 ? "holds" : round.Wrong.Count + " WRONG")}  ({string.Join("; ", round.Notes)})");

    /// <summary>Prints the table and every contradiction. 0 when all rounds hold and each proved something.</summary>
    public static int Print(IReadOnlyList<RoundResult> rounds)
    {
        Console.WriteLine("\n" + Table(rounds));
        foreach (var round in rounds.Where(round => round.Wrong.Count > 0))
        {
            Console.WriteLine($"\nround {round.Number} ({round.Fault}), history {round.History}:");
            foreach (var wrong in round.Wrong.Take(20))
            {
                Console.WriteLine("  " + wrong);
            }
        }

        var empty = rounds.Where(round => round.Acknowledged == 0 || round.Verified == 0).ToArray();
        foreach (var round in empty)
        {
            Console.WriteLine($"round {round.Number} ({round.Fault}) proves nothing: nothing was acknowledged or verified.");
        }

        return rounds.All(round => round.Wrong.Count == 0) && empty.Length == 0 && rounds.Count > 0 ? 0 : 1;
    }

    /// <summary>Writes the table to docs/reliability.md.</summary>
    public static void Publish(IReadOnlyList<RoundResult> rounds, ChaosOptions options) => DocSection.Write("reliability.md", "chaos",
        Table(rounds) + string.Create(CultureInfo.InvariantCulture,
            $"\n{rounds.Count} rounds, {rounds.Sum(round => round.Acknowledged):n0} commands acknowledged, {rounds.Sum(round => round.Verified):n0} operations verified; "
            + $"seed {options.Seed}, {options.Silos} silos, {DateTime.UtcNow:yyyy-MM-dd}.\n{Machine.Now(("Redis", "redis-server"))}.\n"));

    private static string Table(IReadOnlyList<RoundResult> rounds)
    {
        var text = new StringBuilder("| fault | rounds | acknowledged | verified | left open | failed tries | longest wait s | lost, doubled, miscounted |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var kind in rounds.GroupBy(round => round.Fault).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {kind.Key} | {kind.Count()} | {kind.Sum(round => round.Acknowledged):n0} | {kind.Sum(round => round.Verified):n0} | {kind.Sum(round => round.Open)} ")
                .Append(CultureInfo.InvariantCulture, $"| {kind.Sum(round => round.FailedTries):n0} | {kind.Max(round => round.LongestWait) / 1000.0:n1} | {kind.Sum(round => round.Wrong.Count)} |\n");
        }

        return text.ToString();
    }
}
