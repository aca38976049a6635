using System.Globalization;
using System.Text;

namespace Engagement.Web.Drawing;

/// <summary>One pass, one petal: the flower of a rose that has been with <c>n</c> people. Pages, posters and screens draw the same outlines.</summary>
public static class RosePetals
{
    /// <summary>A rose is in full bloom here; later people do not change its outline.</summary>
    public const int Full = 24;

    private const double GoldenAngle = 137.50776405;

    // Right half of a petal that points up: two cubic curves from the base to the notch at the top.
    private static readonly (double X, double Y)[] Half = [(0.66, 0.16), (1.12, -0.42), (0.78, -0.86), (0.55, -1.12), (0.21, -1.06), (0, -0.98)];
    private static readonly (double X, double Y)[] Mirrored = [.. Half.Select(p => (-p.X, p.Y))];
    private static readonly (double X, double Y) Base = (0, 0.42);

    /// <summary>Petals from the rim inwards, so that drawing them in order puts the heart on top.</summary>
    public static IReadOnlyList<Petal> For(int people)
    {
        var count = Math.Clamp(people, 1, Full);
        return Bud.Holds(count) ? Bud.Petals(count) : [.. Enumerable.Range(0, count).Select(i => Open(i, count))];
    }

    /// <summary>How far the flower reaches from its heart, 0 to 100.</summary>
    public static double Reach(int people) => 46 + (54 * Math.Sqrt((Math.Clamp(people, 1, Full) - 1) / (Full - 1.0)));

    private static Petal Open(int index, int count)
    {
        var inward = (index + 0.5) / count;                                        // 0 at the rim, 1 at the heart
        var evenness = 0.88 + (0.5 * (Full - count) / Full);                       // few petals keep nearer to the rim
        var reach = Reach(count) * (1 - (0.80 * Math.Pow(inward, evenness)));
        var size = reach * (0.68 + (0.25 * inward));
        var turn = ((index * GoldenAngle) - 20) * Math.PI / 180;
        return new(Math.Clamp((int)(5 * (1 - inward)), 0, 4), Outline(turn, reach, size));
    }

    private static string Outline(double turn, double reach, double size)
    {
        var (sin, cos) = Math.SinCos(turn);
        var path = new StringBuilder("M").Append(At(Base));
        Curve(Half[0], Half[1], Half[2]);
        Curve(Half[3], Half[4], Half[5]);
        Curve(Mirrored[4], Mirrored[3], Mirrored[2]);
        Curve(Mirrored[1], Mirrored[0], Base);
        return path.Append('Z').ToString();

        void Curve((double, double) a, (double, double) b, (double, double) c) =>
            path.Append('C').Append(At(a)).Append(' ').Append(At(b)).Append(' ').Append(At(c));

        // The tip of every petal touches its reach; the base hides under the petals nearer to the heart.
        string At((double X, double Y) point)
        {
            var (x, y) = (point.X * size, (point.Y * size) - (reach - size));
            return Number((x * cos) - (y * sin)) + " " + Number((x * sin) + (y * cos));
        }
    }

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
