namespace Engagement.Contracts;

/// <summary>The code a person types to join a company or an organisation: 6 to 12 of A-Z and 2-9, in any case.</summary>
public static class JoinCode
{
    /// <summary>The code in capitals without blanks and hyphens, half-width; null when it is none.</summary>
    public static string? Normalise(string? typed)
    {
        if (typed is null || typed.Length > 40) return null;
        var code = string.Concat(typed
            .Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '－'))
            .Select(c => char.ToUpperInvariant(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)));
        return IsCanonical(code) ? code : null;
    }

    /// <summary>True for a code as it is stored.</summary>
    public static bool IsCanonical(string code) => code.Length is >= 6 and <= 12 && code.All(c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '9'));
}
