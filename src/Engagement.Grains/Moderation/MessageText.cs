using System.Buffers;
using System.Globalization;
using System.Text;

namespace Engagement.Grains.Moderation;

/// <summary>Why a text is not a message, before anybody reads it for meaning. Each is one field error on the page.</summary>
public enum MessageTextError
{
    /// <summary>The text is well formed.</summary>
    None = 0,

    /// <summary>Missing, or nothing but spaces.</summary>
    Empty = 1,

    /// <summary>More characters, as a reader counts them, than allowed.</summary>
    TooLong = 2,

    /// <summary>A control character other than a line break.</summary>
    Control = 3,

    /// <summary>A character that hides or reorders text: direction overrides, zero-width characters outside an emoji.</summary>
    Hidden = 4,

    /// <summary>Half of a surrogate pair, or a pile of combining marks.</summary>
    Broken = 5,
}

/// <summary>Length and character rules of a message (product.md RR-02: 60 characters, as a reader counts them).</summary>
public static class MessageText
{
    /// <summary>Longest message: 60 text elements (RR-02).</summary>
    public const int DefaultMax = 60;

    private const int LongestElement = 32; // UTF-16 units: a family of four with skin tones has 19, a flag of Scotland 14
    private const int MostMarks = 3;       // Vietnamese needs two on one letter

    /// <summary>The first thing wrong with <paramref name="text"/>, or <see cref="MessageTextError.None"/>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="max">Most text elements; an emoji family counts as one.</param>
    public static MessageTextError Validate(string? text, int max = DefaultMax)
    {
        if (string.IsNullOrWhiteSpace(text)) return MessageTextError.Empty;
        if (text.Length > (long)max * LongestElement) return MessageTextError.TooLong; // not worth reading
        if (Characters(text) is var error and not MessageTextError.None) return error;
        return Elements(text) > max ? MessageTextError.TooLong : MessageTextError.None;
    }

    /// <summary>Text elements: what a reader counts as characters.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    // An element too long to be an honest emoji counts as several.
    private static int Elements(string text)
    {
        var count = 0;
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            count += 1 + (elements.GetTextElement().Length - 1) / LongestElement;
        }

        return count;
    }

    private static MessageTextError Characters(string text)
    {
        var (marks, visible) = (0, false);
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune)) return MessageTextError.Broken;
            var previous = i == 0 ? default : LastRune(text, i);
            i += rune.Utf16SequenceLength;
            if (rune.Value is '\n' or '\r') continue;

            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control) return MessageTextError.Control;
            if (category is UnicodeCategory.PrivateUse || (category is UnicodeCategory.OtherNotAssigned && !NewEmoji(rune))) return MessageTextError.Broken;
            if (Hides(rune, category) && !InsideEmoji(rune, previous)) return MessageTextError.Hidden;

            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && !IsSelector(rune) ? marks + 1 : 0;
            if (marks > MostMarks) return MessageTextError.Broken;
            visible |= !Rune.IsWhiteSpace(rune) && category is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark);
        }

        return visible ? MessageTextError.None : MessageTextError.Empty;
    }

    // Format characters, the blanks that look like nothing, and selectors, which are honest only after an emoji.
    private static bool Hides(Rune rune, UnicodeCategory category) => category
        is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || IsSelector(rune) || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x034F or 0x2800;

    private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // A joiner or a flag's tags directly after a picture; a selector also after the punctuation and digits that have a picture.
    private static bool InsideEmoji(Rune rune, Rune previous) => rune.Value switch
    {
        0x200D or (>= 0xE0020 and <= 0xE007F) => IsPicture(previous),
        0xFE0E or 0xFE0F => IsPicture(previous) || previous.Value is (>= '0' and <= '9') or '#' or '*' or 0x203C or 0x2049 or 0x3030,
        _ => false,
    };

    private static bool IsPicture(Rune rune) => rune.Value is 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol || NewEmoji(rune);

    // A phone's emoji may be younger than this runtime's tables.
    private static bool NewEmoji(Rune rune) => rune.Value is >= 0x1F000 and <= 0x1FBFF;

    private static Rune LastRune(string text, int end) =>
        Rune.DecodeLastFromUtf16(text.AsSpan(0, end), out var rune, out _) == OperationStatus.Done ? rune : default;
}
