using System.Globalization;
using System.Text;

namespace Engagement.Rig.Compare;

/// <summary>What a comparison found.</summary>
internal sealed record CompareReport(
    DateTimeOffset At, double RatioOfPairs, double[] RatioPerRound, double RatioOfCpu, IReadOnlyList<Slice> Slices, IReadOnlyList<string> Wrong, string Markdown)
{
    public static CompareReport Of(IReadOnlyList<Slice> slices, Peer product, Peer floor, IReadOnlyList<string> wrong)
    {
        var (a, b) = (slices.Where(slice => slice.Peer == product.Name).ToArray(), slices.Where(slice => slice.Peer == floor.Name).ToArray());
        double[] rounds = [.. a.Zip(b, (one, other) => one.PairsPerSecond / other.PairsPerSecond)];
        double[] cpu = [.. a.Zip(b, (one, other) => (other.ProgramCpu + other.StoreCpu) / (one.ProgramCpu + one.StoreCpu))];
        var text = new StringBuilder("\n| peer | pairs/s | program CPU us/pair | redis CPU us/pair | rig CPU us/pair | send p50 / p99 ms | claim p50 / p99 ms | RSS MiB | check |\n|---|---:|---:|---:|---:|---:|---:|---:|---|\n");
        foreach (var (peer, own) in new[] { (product, a), (floor, b) })
        {
            var check = wrong.Any(difference => difference.StartsWith(peer.Name + ":", StringComparison.Ordinal)) ? "FAILS" : "holds";
            text.AppendLine(CultureInfo.InvariantCulture, $"| {peer.Name} | {Spread(own, s => s.PairsPerSecond)} | {Spread(own, s => s.ProgramCpu)} | {Spread(own, s => s.StoreCpu)} | {Spread(own, s => s.RigCpu)} | {Median(own, s => s.SendP50):n1} / {Median(own, s => s.SendP99):n1} | {Median(own, s => s.ClaimP50):n1} / {Median(own, s => s.ClaimP99):n1} | {ServedBy.ResidentMib(peer.Program.Pid)} | {check} |");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"\nproduct / floor, pairs a second: {Median(rounds):n2} ({rounds.Min():n2} .. {rounds.Max():n2}) over {rounds.Length} rounds; by CPU of program and redis: {Median(cpu):n2} ({cpu.Min():n2} .. {cpu.Max():n2})");
        foreach (var difference in wrong)
        {
            text.AppendLine("WRONG: " + difference);
        }

        return new(DateTimeOffset.UtcNow, Median(rounds), rounds, Median(cpu), slices, wrong, text.ToString());
    }

    private static string Spread(Slice[] slices, Func<Slice, double> of) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(slices, of):n0} ({slices.Min(of):n0} .. {slices.Max(of):n0})");

    private static double Median(Slice[] slices, Func<Slice, double> of) => Median([.. slices.Select(of)]);

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
