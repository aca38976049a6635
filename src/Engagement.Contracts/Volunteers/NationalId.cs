namespace Engagement.Contracts;

/// <summary>A citizen's ID number of 18 characters (GB 11643-1999): area, birth date, order (odd for men), check digit (ISO 7064 MOD 11-2).</summary>
/// <remarks>It is sensitive: its text form is masked, so that no log and no exception shows it.</remarks>
public readonly record struct NationalId
{
    // Provinces; 71, 81, 82 and 83 for Taiwan, Hong Kong and Macao (residence permits), 9 for permanent residents from abroad.
    private static readonly HashSet<int> Areas =
        [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83];

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private NationalId(string number) => Number = number;

    /// <summary>The 18 characters, the last one a digit or X.</summary>
    public string Number { get; }

    /// <summary>Birth date as a Shanghai day, like 19880215.</summary>
    public int Birth => int.Parse(Number.AsSpan(6, 8), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the order's last digit is even.</summary>
    public bool IsFemale => (Number[16] - '0') % 2 == 0;

    /// <summary>Reads a typed number; null when it is none: wrong length, area, birth date or check digit.</summary>
    /// <param name="typed">Half or full width, blanks aside, x in any case.</param>
    /// <param name="today">Shanghai day: nobody is born after it.</param>
    public static NationalId? Read(string? typed, int today)
    {
        if (typed is null || typed.Length > 40)
        {
            return null;
        }

        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)).Select(c => char.ToUpperInvariant(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)));
        return text.Length == 18 && text[..17].All(char.IsAsciiDigit) && text[17] == CheckOf(text)
            && (text[0] == '9' || Areas.Contains((text[0] - '0') * 10 + text[1] - '0')) && BirthDay.Is(new NationalId(text).Birth, today)
            ? new NationalId(text)
            : null;
    }

    /// <summary>The check digit that the first 17 digits ask for.</summary>
    public static char CheckOf(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (digits[i] - '0') * Weights[i];
        }

        return "10X98765432"[sum % 11];
    }

    /// <summary>As pages show it: the first and the last four characters.</summary>
    public string Masked => Number is null ? "" : $"{Number[..4]}**********{Number[14..]}";

    /// <inheritdoc/>
    public override string ToString() => Masked;
}
