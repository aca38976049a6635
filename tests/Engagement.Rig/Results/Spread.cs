using System.Globalization;

namespace Engagement.Rig.Results;

/// <summary>A figure over several rounds: the middle one, the lowest and the highest.</summary>
internal readonly record struct Spread(double Median, double Min, double Max, int Count)
{
    /// <summary>Of at least one value.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
        {
            throw new ArgumentException("A figure of no rounds has no middle.", nameof(values));
        }

        var half = sorted.Length / 2;
        return new(sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2, sorted[0], sorted[^1], sorted.Length);
    }

    /// <summary>The ratio of medians, with the lowest and highest ratio of one round: both sides in the order of rounds.</summary>
    public static Spread Ratio(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var rounds = one.Zip(other, (a, b) => a / b).ToArray();
        return Of(rounds) with { Median = Of(one).Median / Of(other).Median };
    }

    /// <summary>Median (lowest .. highest) with a .NET number format; the median alone when there was one round.</summary>
    public string Text(string format) => Count == 1 ? Number(Median, format) : $"{Number(Median, format)} ({Number(Min, format)} .. {Number(Max, format)})";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
