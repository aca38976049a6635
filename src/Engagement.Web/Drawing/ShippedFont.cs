using SkiaSharp;

namespace Engagement.Web.Drawing;

/// <summary>The one font that ships with the product: Noto Serif SC, cut to what posters and sheets print (Posters/Fonts/OFL.txt).</summary>
internal static class ShippedFont
{
    private const string Lacking = "〓";

    private static readonly Lazy<byte[]> File = new(Load);
    private static readonly Lazy<SKTypeface> Face = new(() => Read(File.Value));

    /// <summary>The whole font.</summary>
    public static SKTypeface Typeface => Face.Value;

    /// <summary>The font's file, for <see cref="FontSubset"/>.</summary>
    public static ReadOnlyMemory<byte> Bytes => File.Value;

    /// <summary>A text as it can be written: the printers' mark for a sort that is missing (〓) in place of every character that the font lacks. Never an empty box that looks like one.</summary>
    /// <param name="text">What is to be written.</param>
    /// <param name="lacks">Whether a character was replaced: say so beside it.</param>
    public static string Writable(string text, out bool lacks)
    {
        using var font = new SKFont(Typeface);
        var written = string.Concat(text.EnumerateRunes().Select(rune => rune.Value == '\n' || font.ContainsGlyph(rune.Value) ? rune.ToString() : Lacking));
        lacks = written != text;
        return written;
    }

    /// <summary>A typeface of a font's file.</summary>
    public static SKTypeface Read(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException("The shipped font can not be read: run Posters/Fonts/subset.py again.");
    }

    private static byte[] Load()
    {
        using var stream = typeof(ShippedFont).Assembly.GetManifestResourceStream("NotoSerifSC-Regular.subset.ttf")
            ?? throw new InvalidOperationException("The font is missing from the assembly: see Posters/Fonts.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }
}
