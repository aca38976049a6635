using System.Globalization;

namespace Engagement.Rig.Chaos;

/// <summary>A round in a line, all of them in a table, and the exit code.</summary>
internal static class ChaosReport
{
    public static string Line(RoundResult round) => string.Create(CultureInfo.InvariantCulture,
        $"round {round.Number,3}  {round.Fault,-14} {round.Seconds,5:n0} s  {round.Acknowledged,6:n0} acknowledged  {round.Verified,6:n0} verified  {round.FailedTries,5:n0} failed tries  "
        + $"longest wait {round.LongestWait / 1000.0,5:n1} s  {(round.Wrong.Count == 0 ? "holds" : round.Wrong.Count + " WRONG")}  ({string.Join("; ", round.Notes)})");

    public static int Print(IReadOnlyList<RoundResult> rounds)
    {
        Console.WriteLine("\n| fault | rounds | acknowledged | verified | left open | failed tries | longest wait s | lost, doubled, miscounted |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var kind in rounds.GroupBy(round => round.Fault))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {kind.Key} | {kind.Count()} | {kind.Sum(round => round.Acknowledged):n0} | {kind.Sum(round => round.Verified):n0} | {kind.Sum(round => round.Open)} "
                + $"| {kind.Sum(round => round.FailedTries):n0} | {kind.Max(round => round.LongestWait) / 1000.0:n1} | {kind.Sum(round => round.Wrong.Count)} |"));
        }

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
}
