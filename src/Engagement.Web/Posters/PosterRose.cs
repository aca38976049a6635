using Engagement.Web.Drawing;
using SkiaSharp;

namespace Engagement.Web.Posters;

/// <summary>The same petals as on the pages, in ink.</summary>
internal static class PosterRose
{
    private static readonly SKColor[] Tones = [new(0xFF7E1A2D), new(0xFF8E1F33), new(0xFFA62B40), new(0xFFB93A4D), new(0xFFC8505F)];
    private static readonly SKColor Green = new(0xFF3E5B45);

    public static void Draw(SKCanvas canvas, int people, float x, float y, float scale, SKColor cut)
    {
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(scale);
        var parts = RoseParts.For(people);
        Stroke(canvas, parts.Stem, Green, 8);
        foreach (var leaf in parts.Leaves)
        {
            Fill(canvas, leaf, Green, null);
        }

        foreach (var petal in RosePetals.For(people))
        {
            Fill(canvas, petal.Path, Tones[petal.Tone], cut);
        }

        Fill(canvas, parts.Heart, Tones[0], cut);
        Stroke(canvas, parts.Cuts, cut, 2.8f);
        Fill(canvas, parts.Sepals, Green, cut);
        canvas.Restore();
    }

    private static void Fill(SKCanvas canvas, string? outline, SKColor colour, SKColor? cut)
    {
        if (outline is null)
        {
            return;
        }

        using var path = SKPath.ParseSvgPathData(outline);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawPath(path, paint);
        if (cut is { } line)
        {
            Stroke(canvas, outline, line, 2.8f);
        }
    }

    private static void Stroke(SKCanvas canvas, string outline, SKColor colour, float width)
    {
        using var path = SKPath.ParseSvgPathData(outline);
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeCap = SKStrokeCap.Round };
        canvas.DrawPath(path, paint);
    }
}
