namespace Engagement.Contracts;

/// <summary>Mobile numbers of mainland China, as people write them.</summary>
public static class PhoneNumber
{
    /// <summary>The eleven digits without +86, blanks and hyphens, half-width; null when it is no mobile number.</summary>
    public static string? Normalise(string? typed)
    {
        if (typed is null || typed.Length > 40)
        {
            return null;
        }

        Span<char> digits = stackalloc char[40];
        var length = 0;
        foreach (var c in typed.Trim())
        {
            var half = c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
            if (char.IsAsciiDigit(half) || half == '+' && length == 0)
            {
                digits[length++] = half;
            }
            else if (!char.IsWhiteSpace(half) && half is not ('-' or '‑' or '–'))
            {
                return null;
            }
        }

        var number = digits[..length];
        number = number.StartsWith("+86") ? number[3..] : number.StartsWith("0086") ? number[4..] : number.Length == 13 && number.StartsWith("86") ? number[2..] : number;
        return number.Length == 11 && number[0] == '1' && number[1] is >= '3' and <= '9' && number.IndexOf('+') < 0 ? number.ToString() : null;
    }
}
