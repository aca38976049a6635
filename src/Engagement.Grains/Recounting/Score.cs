using System.Globalization;

namespace Engagement.Grains.Recounting;

/// <summary>A place on a board: what was counted, and the second of the latest count, which decides ties.</summary>
internal readonly record struct Score(long Count, int Second)
{
    private const long Base = 1 << 26;

    /// <summary>As commit.lua packs it.</summary>
    public double Packed => Count * Base + (Base - 1 - Second);

    /// <summary>As commit.lua unpacks it.</summary>
    public static Score Unpack(double packed)
    {
        var count = Math.Floor(packed / Base);
        return new((long)count, (int)(Base - 1 - (packed - count * Base)));
    }

    /// <summary>Counts on.</summary>
    public Score Plus(int n, int second) => new(Count + n, Math.Max(Second, second));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}@{Second}");
}
