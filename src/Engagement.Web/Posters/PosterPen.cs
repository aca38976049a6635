using System.Text;
using SkiaSharp;

namespace Engagement.Web.Posters;

/// <summary>Writes lines and columns onto a canvas.</summary>
internal sealed class PosterPen(SKCanvas canvas)
{
    // What stands in the middle of its square when lines run, and in a corner or on its side when columns do.
    private static readonly Dictionary<char, char> Upright = new()
    {
        ['，'] = '︐', ['、'] = '︑', ['。'] = '︒', ['：'] = '︓', ['；'] = '︔', ['！'] = '︕', ['？'] = '︖', ['…'] = '︙', ['—'] = '︱',
        ['（'] = '︵', ['）'] = '︶', ['“'] = '﹁', ['”'] = '﹂', ['‘'] = '﹃', ['’'] = '﹄', ['「'] = '﹁', ['」'] = '﹂', ['『'] = '﹃', ['』'] = '﹄',
        ['《'] = '︽', ['》'] = '︾', ['【'] = '︻', ['】'] = '︼', [','] = '︐', ['!'] = '︕', ['?'] = '︖', [':'] = '︓', [';'] = '︔',
    };

    /// <summary>One column, top down, centred on <paramref name="x"/>.</summary>
    /// <returns>Where the next character would start.</returns>
    public float Column(string text, float x, float y, float size, float pitch, SKColor colour, bool bold = false)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var upright = rune.IsBmp && Upright.TryGetValue((char)rune.Value, out var form) ? new Rune(form) : rune;
            if (upright.Value is < 0x2E80 and > ' ' && upright.Value is not (0xB7 or 0x2014))
            {
                var width = PosterFont.Width(upright, size);
                canvas.Save();
                canvas.Translate(x - (size * 0.36f), y + (size * 0.06f));
                canvas.RotateDegrees(90);
                Draw(upright, 0, 0, size, colour, bold);
                canvas.Restore();
                y += width + (size * 0.06f);
                continue;
            }

            Draw(upright, x - (PosterFont.Width(upright, size) / 2), y + (size * 0.88f), size, colour, bold);
            y += rune.Value == ' ' ? pitch / 3 : pitch;
        }

        return y;
    }

    /// <summary>One line from the left.</summary>
    /// <returns>Where the next character would start.</returns>
    public float Line(string text, float x, float baseline, float size, SKColor colour, bool bold = false)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Draw(rune, x, baseline, size, colour, bold);
            x += PosterFont.Width(rune, size);
        }

        return x;
    }

    public static float Measure(string text, float size) => text.EnumerateRunes().Sum(rune => PosterFont.Width(rune, size));

    private void Draw(Rune rune, float x, float baseline, float size, SKColor colour, bool bold)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true, StrokeWidth = size * 0.036f };
        paint.Style = bold ? SKPaintStyle.StrokeAndFill : SKPaintStyle.Fill;
        using var outline = PosterFont.Outline(rune, size);
        if (outline is null)
        {
            paint.Style = SKPaintStyle.Stroke;                    // An emoji or a rare character: a small ring keeps its place.
            canvas.DrawCircle(x + (size / 2), baseline - (size * 0.38f), size * 0.22f, paint);
            return;
        }

        canvas.Save();
        canvas.Translate(x, baseline);
        canvas.DrawPath(outline, paint);
        canvas.Restore();
    }
}
