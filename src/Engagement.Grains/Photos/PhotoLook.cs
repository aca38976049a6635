using System.Globalization;
using System.Numerics;

namespace Engagement.Grains.Photos;

/// <summary>
/// What a photo looks like, in 64 bits (a difference hash), and how photos that look alike are found: by four bands of 16 bits. Of two
/// hashes that differ in at most seven bits, one band differs in at most one; so looking every band up with none and with any one of its bits
/// turned finds all of them. Pure.
/// </summary>
public static class PhotoLook
{
    /// <summary>Bits in which pictures that look alike may differ.</summary>
    public const int Alike = 7;

    private const int Bands = 4, Bits = 16;

    /// <summary>The hash of grey values: whether each is brighter than its left neighbour, row by row.</summary>
    /// <param name="grey">Eight rows of nine values.</param>
    public static ulong Of(ReadOnlySpan<byte> grey)
    {
        ulong look = 0;
        for (var row = 0; row < 8; row++)
        {
            for (var column = 0; column < 8; column++)
            {
                look = look << 1 | (grey[(row * 9) + column + 1] > grey[(row * 9) + column] ? 1u : 0u);
            }
        }

        return look;
    }

    /// <summary>Bits in which two differ.</summary>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    /// <summary>A photo's entries in the index: band, its bits, the whole hash and the photo. None for a picture without contrast.</summary>
    internal static IEnumerable<string> Members(ulong look, string hash) => look == 0 ? []
        : Enumerable.Range(0, Bands).Select(band => Invariant($"{Prefix(band, Band(look, band))}{look:x16} {hash}"));

    /// <summary>Beginnings of the entries that are to be looked at for a hash: 68.</summary>
    internal static IEnumerable<string> Near(ulong look) => look == 0 ? []
        : Enumerable.Range(0, Bands).SelectMany(band => Enumerable.Range(-1, Bits + 1)
            .Select(bit => Prefix(band, Band(look, band) ^ (bit < 0 ? 0 : 1 << bit))));

    /// <summary>What an entry of the index is about.</summary>
    internal static (ulong Look, string Hash) Read(string member) =>
        (ulong.Parse(member.AsSpan(6, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture), member[23..]);

    private static int Band(ulong look, int band) => (int)(look >> (band * Bits) & 0xffff);

    private static string Prefix(int band, int bits) => Invariant($"{band}{bits:x4} ");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
