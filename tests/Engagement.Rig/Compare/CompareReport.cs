using System.Globalization;
using System.Text;

namespace Engagement.Rig.Compare;

/// <summary>What a comparison found.</summary>
internal sealed record CompareReport(
    DateTimeOffset At, IReadOnlyList<PeerRatio> Ratios, IReadOnlyList<Slice> Slices, IReadOnlyList<string> Wrong, string Markdown)
{
    /// <summary>Every peer against the one called floor.</summary>
    public static CompareReport Of(IReadOnlyList<Slice> slices, IReadOnlyList<Peer> peers, IReadOnlyList<string> wrong)
    {
        Slice[] Own(string peer) => [.. slices.Where(slice => slice.Peer == peer)];
        var floor = Own("floor");
        var text = new StringBuilder("\n| peer | pairs/s | program CPU us/pair | redis CPU us/pair | rig CPU us/pair | send p50 / p99 ms | claim p50 / p99 ms | RSS MiB | check |\n|---|---:|---:|---:|---:|---:|---:|---:|---|\n");
        var ratios = new List<PeerRatio>();
        foreach (var peer in peers)
        {
            var own = Own(peer.Name);
            var check = wrong.Any(difference => difference.StartsWith(peer.Name + ":", StringComparison.Ordinal)) ? "FAILS" : "holds";
            text.AppendLine(CultureInfo.InvariantCulture, $"| {peer.Name} | {Spread(own, s => s.PairsPerSecond)} | {Spread(own, s => s.ProgramCpu)} | {Spread(own, s => s.StoreCpu)} | {Spread(own, s => s.RigCpu)} | {Median(own, s => s.SendP50):n1} / {Median(own, s => s.SendP99):n1} | {Median(own, s => s.ClaimP50):n1} / {Median(own, s => s.ClaimP99):n1} | {ServedBy.ResidentMib(peer.Program.Pid)} | {check} |");
            ratios.Add(new(peer.Name, [.. own.Zip(floor, (one, other) => one.PairsPerSecond / other.PairsPerSecond)],
                [.. own.Zip(floor, (one, other) => (other.ProgramCpu + other.StoreCpu) / (one.ProgramCpu + one.StoreCpu))]));
        }

        text.AppendLine();
        foreach (var ratio in ratios.Where(ratio => ratio.Peer != "floor"))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{ratio.Peer} / floor: {Spread(ratio.Pairs)} by pairs a second, {Spread(ratio.Cpu)} by CPU of program and redis, over {floor.Length} rounds");
        }

        foreach (var difference in wrong)
        {
            text.AppendLine("WRONG: " + difference);
        }

        return new(DateTimeOffset.UtcNow, ratios, slices, wrong, text.ToString());
    }

    private static string Spread(double[] ratios) => string.Create(CultureInfo.InvariantCulture, $"{Median(ratios):n2} ({ratios.Min():n2} .. {ratios.Max():n2})");

    private static string Spread(Slice[] slices, Func<Slice, double> of) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(slices, of):n0} ({slices.Min(of):n0} .. {slices.Max(of):n0})");

    private static double Median(Slice[] slices, Func<Slice, double> of) => Median([.. slices.Select(of)]);

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>A peer against the floor, round by round.</summary>
internal sealed record PeerRatio(string Peer, double[] Pairs, double[] Cpu);
