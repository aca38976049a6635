using System.Text;
using System.Text.RegularExpressions;

namespace Engagement.Grains.Moderation;

/// <summary>Brings a text into forms in which spacing, width, case, script and disguised digits no longer matter.</summary>
internal static partial class TextNormaliser
{
    public static NormalisedText Normalise(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (CharacterFolding.Fold(rune) is var value and not 0) folded.Append(new Rune(value).ToString());
        }

        var compact = new StringBuilder(folded.Length);
        var origin = new List<int>(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var paired = char.IsSurrogate(folded[i]);
            var at = paired && char.IsLowSurrogate(folded[i]) ? i - 1 : i;
            if (paired ? !Rune.IsLetter(Pair(folded, at)) : !char.IsLetterOrDigit(folded[i])) continue;
            compact.Append(folded[i]);
            origin.Add(i);
        }

        var plain = folded.ToString();
        return new(plain, compact.ToString(), [.. origin], Digits(plain));
    }

    /// <summary>A list entry in the form that <see cref="NormalisedText.Compact"/> has.</summary>
    public static string Compact(string entry) => Normalise(entry).Compact;

    private static Rune Pair(StringBuilder text, int high) => new(text[high], text[high + 1]); // EnumerateRunes left no half pairs

    // Dates are written with the same fillers as telephone numbers, so they go first.
    private static string Digits(string folded)
    {
        var digits = string.Concat(folded.Select(CharacterFolding.Digit));
        digits = Dates().Replace(digits, "#");
        digits = Fillers().Replace(digits, "");
        return Disguised().Replace(digits, run => Count(run.Value) < 5
            ? run.Value
            : run.Value.Replace('o', '0').Replace('l', '1').Replace('i', '1').Replace('|', '1'));
    }

    private static int Count(string run) => run.Count(char.IsAsciiDigit);

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d\s?[-./]\s?(?:0?[1-9]|1[0-2])\s?[-./]\s?(?:[12]\d|3[01]|0?[1-9])(?!\d)|(?<!\d)[0-2]?\d\s?:\s?[0-5]\d(?!\d)")]
    private static partial Regex Dates();

    // Anything that is neither a letter nor a sentence's own mark, up to three at a time, between two digits (or before an ID's x).
    [GeneratedRegex(@"(?<=[\dol|])[^\p{L}\p{N}、;:!?%/#\n]{1,3}(?=[\dol|x])")]
    private static partial Regex Fillers();

    [GeneratedRegex(@"[\doli|]{11,}")]
    private static partial Regex Disguised();
}
