using Engagement.Contracts;

namespace Engagement.Grains.Paper;

/// <summary>
/// Seven characters of five bits and one that checks them, over GF(32): a single wrong character and a swap of two neighbours are always
/// noticed, so a slip of the finger never reaches another rose.
/// </summary>
internal static class ShortCode
{
    private const int Polynomial = 0b100101; // x^5 + x^2 + 1, primitive

    /// <summary>The code of 35 bits.</summary>
    public static string Format(ulong value)
    {
        Span<char> text = stackalloc char[PaperCode.ShortLength];
        for (var i = 0; i < 7; i++)
        {
            text[i] = CodeAlphabet.Characters[(int)(value >> (30 - 5 * i)) & 31];
        }

        text[7] = CodeAlphabet.Characters[Check(text[..7])];
        return new(text);
    }

    /// <summary>The 35 bits; null for a character that no code has, and for a check that does not fit.</summary>
    public static ulong? Parse(ReadOnlySpan<char> text)
    {
        var value = 0UL;
        foreach (var character in text)
        {
            if (CodeAlphabet.ValueOf(character) is var digit && digit < 0)
            {
                return null;
            }

            value = value << 5 | (uint)digit;
        }

        return text.Length == PaperCode.ShortLength && CodeAlphabet.ValueOf(text[7]) == Check(text[..7]) ? value >> 5 : null;
    }

    // The character at place i weighs a^(i+1): all weights differ, and none is that of the check itself.
    private static int Check(ReadOnlySpan<char> text)
    {
        var sum = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            sum = Double(sum ^ CodeAlphabet.ValueOf(text[i]));
        }

        return sum;
    }

    private static int Double(int value) => value << 1 is var twice && (twice & 32) != 0 ? twice ^ Polynomial : twice;
}
