using System.Globalization;
using System.Text;
using Engagement.Rig.Results;

namespace Engagement.Rig.Chaos;

/// <summary>A round in a line, all of them in a table and a chart, and the exit code.</summary>
internal static class ChaosReport
{
    /// <summary>How long service may be gone for one client, in seconds. Told, never a reason to fail: another machine is another time.</summary>
    private static readonly Dictionary<string, double> Targets = new() { ["silo-kill"] = 5, ["silo-hang"] = 15 };

    public static string Line(RoundResult round) => string.Create(CultureInfo.InvariantCulture,
        $"round {round.Number,3}  {round.Fault,-14} {round.Seconds,5:n0} s  {round.Acknowledged,6:n0} acknowledged  {round.Verified,6:n0} verified  {round.FailedTries,5:n0} failed tries  "
        + $"longest wait {round.LongestWait / 1000.0,5:n1} s  {(round.Wrong.Count > 0 ? round.Wrong.Count + " WRONG" : round.Found > 0 ? $"{round.Found} contradictions, as there must be" : "holds")}  ({string.Join("; ", round.Notes)})");

    /// <summary>Prints the table and every contradiction. 0 when all rounds hold and each proved something.</summary>
    public static int Print(IReadOnlyList<RoundResult> rounds, int planned)
    {
        Console.WriteLine($"\n{rounds.Count} of {planned} rounds{(rounds.Count < planned ? "; the same command goes on after them" : "")}\n\n{Table(rounds)}");
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

    /// <summary>Writes the table and the chart to docs/reliability.md.</summary>
    public static void Publish(IReadOnlyList<RoundResult> rounds, ChaosOptions options, bool isControl)
    {
        var text = Table(rounds) + string.Create(CultureInfo.InvariantCulture,
            $"\n{rounds.Count} rounds, {rounds.Sum(round => round.Acknowledged):n0} commands acknowledged, {rounds.Sum(round => round.Verified):n0} operations verified; "
            + $"seed {options.Seed}, {options.Silos} silos, {DateTime.UtcNow:yyyy-MM-dd}.\n{Machine.Now(("Redis", "redis-server"))}.\n");
        DocSection.Write("reliability.md", isControl ? "chaos-control" : "chaos", text, isControl ? null : BarChart.Svg(
            "Longest wait of a command for its answer, by fault", "seconds, retries included", "n1",
            [.. Kinds(rounds).Select(kind => new Bar(kind.Key, Spread.Of(kind.Select(round => round.LongestWait / 1000.0)), Targets.TryGetValue(kind.Key, out var target) ? target : null))]));
    }

    private static IEnumerable<IGrouping<string, RoundResult>> Kinds(IReadOnlyList<RoundResult> rounds) =>
        rounds.GroupBy(round => round.Fault).OrderBy(kind => kind.Key, StringComparer.Ordinal);

    private static string Table(IReadOnlyList<RoundResult> rounds)
    {
        var text = new StringBuilder("| fault | rounds | acknowledged | verified | left open | failed tries | longest wait s | target | contradictions |\n|---|---:|---:|---:|---:|---:|---:|---|---:|\n");
        foreach (var kind in Kinds(rounds))
        {
            var (wait, failed) = (kind.Max(round => round.LongestWait) / 1000.0, kind.Sum(round => round.FailedTries));
            text.Append(CultureInfo.InvariantCulture,
                $"| {kind.Key} | {kind.Count()} | {kind.Sum(round => round.Acknowledged):n0} | {kind.Sum(round => round.Verified):n0} | {kind.Sum(round => round.Open)} ")
                .Append(CultureInfo.InvariantCulture, $"| {failed:n0} | {wait:n1} | {Target(kind.Key, wait, failed)} | {kind.Sum(round => Math.Max(round.Wrong.Count, round.Found))} |\n");
        }

        return text.ToString();
    }

    private static string Target(string fault, double wait, long failed) =>
        Targets.TryGetValue(fault, out var most) ? string.Create(CultureInfo.InvariantCulture, $"<= {most:n0} s: {(wait <= most ? "kept" : "missed")}")
        : fault == "silo-roll" ? $"no failed request: {(failed == 0 ? "kept" : "missed")}"
        : "";
}
