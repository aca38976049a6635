namespace Engagement.Contracts;

/// <summary>Codes that people type: 32 characters that are told apart in any print, without 0, O, 1 and I.</summary>
public static class ShortCode
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>The first <paramref name="length"/> characters, 5 bits each, of <paramref name="bits"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many bits.</exception>
    public static string Of(ReadOnlySpan<byte> bits, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length * 5, bits.Length * 8);
        Span<char> text = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < (i + 1) * 5; bit++)
            {
                value = (value << 1) | ((bits[bit / 8] >> (7 - (bit % 8))) & 1);
            }

            text[i] = Alphabet[value];
        }

        return new(text);
    }

    /// <summary>The code in capitals without blanks and hyphens, half-width; null when it is none of this length.</summary>
    public static string? Normalise(string? typed, int length)
    {
        if (typed is null || typed.Length > 40)
        {
            return null;
        }

        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '－'))
            .Select(c => char.ToUpperInvariant(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)));
        return code.Length == length && code.All(Alphabet.Contains) ? code : null;
    }
}
