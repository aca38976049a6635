using System.Text;
using SkiaSharp;

namespace Engagement.Web.Posters;

/// <summary>The one font that ships with the product. Servers have none, so text is drawn as outlines.</summary>
internal static class PosterFont
{
    private static readonly Lazy<SKTypeface> Shared = new(Load);

    /// <summary>The outline of one character at the origin, its baseline at y = 0; null where the font does not know it.</summary>
    public static SKPath? Outline(Rune rune, float size)
    {
        using var font = Sized(size);
        var glyph = font.GetGlyph(rune.Value);
        return glyph == 0 ? null : font.GetGlyphPath(glyph) ?? new SKPath();
    }

    /// <summary>The face itself, for documents that embed it; whoever asks disposes of it.</summary>
    public static SKTypeface Face() => Load();

    /// <summary>Width of one character; a missing one is as wide as a Chinese character.</summary>
    public static float Width(Rune rune, float size)
    {
        using var font = Sized(size);
        var glyph = font.GetGlyph(rune.Value);
        return glyph == 0 ? size : font.MeasureText([glyph]);
    }

    private static SKFont Sized(float size) => new(Shared.Value, size) { Subpixel = true, Hinting = SKFontHinting.None };

    private static SKTypeface Load()
    {
        using var stream = typeof(PosterFont).Assembly.GetManifestResourceStream("NotoSerifSC-Regular.subset.ttf")
            ?? throw new InvalidOperationException("The poster font is missing from the assembly: see Posters/Fonts.");
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException("The poster font can not be read: run Posters/Fonts/subset.py again.");
    }
}
