namespace Engagement.Contracts;

/// <summary>The 32 characters of printed codes: no 0, O, 1 or I, which people read as each other (product.md OR-01).</summary>
public static class CodeAlphabet
{
    /// <summary>Digit of value n at place n.</summary>
    public const string Characters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>The value of a character, in either case; -1 for one that no code has.</summary>
    public static int ValueOf(char character) => Characters.IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal);

    /// <summary>What a person typed, without the spaces and dashes that were printed or added, in capitals. Null for nothing, or for more than 64 characters.</summary>
    public static string? Normalise(string? typed)
    {
        if (typed is null or { Length: > 64 })
        {
            return null;
        }

        var code = string.Concat(typed.Where(character => !char.IsWhiteSpace(character) && character is not ('-' or '－' or '·'))).ToUpperInvariant();
        return code.Length == 0 ? null : code;
    }
}
