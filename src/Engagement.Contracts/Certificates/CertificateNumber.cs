namespace Engagement.Contracts;

/// <summary>
/// The number of a certificate: 12 characters of an HMAC and a check character (Luhn modulo 32), printed XXXX-XXXX-XXXX-X. A mistyped character is found before anything is looked
/// up. It is a name and no secret: what opens a certificate is its code.
/// </summary>
/// <param name="Text">Its 13 characters; null for the default value.</param>
[GenerateSerializer, Immutable, Alias("eng.id.certificate")]
public readonly record struct CertificateNumber([property: Id(0)] string? Text)
{
    /// <summary>Characters, the check character included.</summary>
    public const int Length = 13;

    private const int Base = 32;

    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsNone => Text is null;

    /// <summary>To be read: XXXX-XXXX-XXXX-X.</summary>
    public string Shown => Text is { Length: Length } text ? $"{text[..4]}-{text[4..8]}-{text[8..12]}-{text[12]}" : "";

    /// <summary>The number with these 12 characters.</summary>
    /// <exception cref="ArgumentException">Another length, or characters that no code has.</exception>
    public static CertificateNumber Of(string characters) =>
        characters.Length == Length - 1 && characters.All(character => CodeAlphabet.ValueOf(character) >= 0)
            ? new(characters + Check(characters))
            : throw new ArgumentException("12 characters of the code alphabet.", nameof(characters));

    /// <summary>Reads a number as somebody types it, with or without dashes, in either case; false when a character is wrong.</summary>
    public static bool TryParse(string? typed, out CertificateNumber number)
    {
        var text = CodeAlphabet.Normalise(typed);
        var reads = text is { Length: Length } && text.All(character => CodeAlphabet.ValueOf(character) >= 0) && Check(text[..^1]) == text[^1];
        number = reads ? new(text) : default;
        return reads;
    }

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";

    // From the right, every second value doubled and its two digits added up: one wrong character always changes the sum, two neighbours that changed places almost always.
    private static char Check(string characters)
    {
        var sum = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var value = CodeAlphabet.ValueOf(characters[i]) * ((characters.Length - i) % 2 == 1 ? 2 : 1);
            sum += (value / Base) + (value % Base);
        }

        return CodeAlphabet.Characters[(Base - (sum % Base)) % Base];
    }
}
