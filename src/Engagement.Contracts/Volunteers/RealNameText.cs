namespace Engagement.Contracts;

/// <summary>Real names as ID cards write them.</summary>
public static class RealNameText
{
    /// <summary>Longest name, in characters.</summary>
    public const int Longest = 30;

    /// <summary>The name as it is stored and matched: trimmed, one kind of middle dot, no blanks inside Chinese names; null when it is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 80)
        {
            return null;
        }

        var text = string.Concat(typed.Trim().Select(c => c is '•' or '‧' or '・' or '．' or '⋅' ? '·' : c is '　' ? ' ' : c));
        text = text.Any(c => c >= 0x3400) ? text.Replace(" ", "", StringComparison.Ordinal) : string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return text.Length is >= 2 and <= Longest && text.EnumerateRunes().All(rune => System.Text.Rune.IsLetter(rune) || rune.Value is '·' or '-' or '\'' or ' ')
            && System.Text.Rune.IsLetter(text.EnumerateRunes().First()) ? text : null;
    }

    /// <summary>As pages show it: the first character, and a star for each of at most three others.</summary>
    public static string Masked(string name)
    {
        var runes = name.EnumerateRunes().ToArray();
        return runes.Length == 0 ? "" : runes[0] + new string('*', Math.Min(3, runes.Length - 1));
    }
}
