using System.Text;
using Engagement.Web.Drawing;
using SkiaSharp;

namespace Engagement.Web.Posters;

/// <summary>Text as outlines of the shipped font, for pictures: servers have no fonts of their own.</summary>
internal static class PosterFont
{
    /// <summary>The outline of one character at the origin, its baseline at y = 0; null where the font does not know it.</summary>
    public static SKPath? Outline(Rune rune, float size)
    {
        using var font = Sized(size);
        var glyph = font.GetGlyph(rune.Value);
        return glyph == 0 ? null : font.GetGlyphPath(glyph) ?? new SKPath();
    }

    /// <summary>Width of one character; a missing one is as wide as a Chinese character.</summary>
    public static float Width(Rune rune, float size)
    {
        using var font = Sized(size);
        var glyph = font.GetGlyph(rune.Value);
        return glyph == 0 ? size : font.MeasureText([glyph]);
    }

    private static SKFont Sized(float size) => new(ShippedFont.Typeface, size) { Subpixel = true, Hinting = SKFontHinting.None };
}
