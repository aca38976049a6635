using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Engagement.Grains.Bouquets;

/// <summary>
/// A uniform random composition of the remaining roses into the remaining shares, drawn one share at a time: every
/// share gets at least one, and every position has the same mean and spread (product.md BQ-02). Anybody who has the
/// revealed seed can repeat it (docs/bouquets.md).
/// </summary>
public static class LuckySplit
{
    /// <summary>Roses of the share with this index, of <paramref name="roses"/> left for <paramref name="shares"/> left.</summary>
    public static int Draw(ReadOnlySpan<byte> seed, int index, int roses, int shares)
    {
        if (shares == 1)
        {
            return roses;
        }

        // P(1) = (shares-1)/(roses-1); P(k+1) = P(k) * (roses-k-shares+1)/(roses-k-1).
        var luck = Uniform(seed, index);
        var most = roses - shares + 1;
        var (chance, below) = ((double)(shares - 1) / (roses - 1), 0.0);
        for (var k = 1; k < most; k++)
        {
            below += chance;
            if (luck < below)
            {
                return k;
            }

            chance *= (double)(roses - k - shares + 1) / (roses - k - 1);
        }

        return most;
    }

    /// <summary>The first 53 bits of HMAC-SHA256(seed, index as 4 bytes), as a number from 0 to below 1.</summary>
    private static double Uniform(ReadOnlySpan<byte> seed, int index)
    {
        Span<byte> input = stackalloc byte[4];
        Span<byte> output = stackalloc byte[32];
        BinaryPrimitives.WriteInt32BigEndian(input, index);
        HMACSHA256.HashData(seed, input, output);
        return (BinaryPrimitives.ReadUInt64BigEndian(output) >> 11) / (double)(1L << 53);
    }
}
