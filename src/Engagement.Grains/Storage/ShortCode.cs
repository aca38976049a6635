using Engagement.Contracts;

namespace Engagement.Grains.Storage;

/// <summary>Codes that people type, in <see cref="CodeAlphabet"/>.</summary>
internal static class ShortCode
{
    /// <summary>The first <paramref name="length"/> characters, 5 bits each, of <paramref name="bits"/>.</summary>
    public static string Of(ReadOnlySpan<byte> bits, int length)
    {
        Span<char> text = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < (i + 1) * 5; bit++)
            {
                value = (value << 1) | ((bits[bit / 8] >> (7 - (bit % 8))) & 1);
            }

            text[i] = CodeAlphabet.Characters[value];
        }

        return new(text);
    }

    /// <summary>A typed code of this length as it is stored; null when it is none.</summary>
    public static string? Read(string? typed, int length) =>
        CodeAlphabet.Normalise(typed) is { } code && code.Length == length && code.All(character => CodeAlphabet.ValueOf(character) >= 0) ? code : null;
}
