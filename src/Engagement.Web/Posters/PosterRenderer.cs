using QRCoder;
using SkiaSharp;

namespace Engagement.Web.Posters;

/// <summary>The letter as one flat picture with one code, for people who hand a rose over as an image. At most 150 KB.</summary>
public sealed class PosterRenderer
{
    public const int Width = 1080, Height = 1600, MaxBytes = 150 * 1024;

    private const int ColumnWidth = 100, Columns = 9;
    private static readonly SKRect Frame = new(75, 95, 1005, 1205), Ruled = new(90, 110, 990, 1190), Code = new(685, 1240, 1005, 1560);
    private static readonly SKColor Paper = new(0xFFFBF6EE), Sheet = new(0xFFFFFCF6), Ink = new(0xFF2B2320);
    private static readonly SKColor Faint = new(0xFF6A5A51), Rule = new(0xFFE6BDB3), SealRed = new(0xFFB0241C);

    /// <returns>A JPEG.</returns>
    public byte[] Render(Poster poster)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(Paper);
        var flat = poster.Letter.Look == "flat";
        DrawSheet(canvas, flat);
        var pen = new PosterPen(canvas);
        if (flat)
        {
            WriteLines(pen, canvas, poster);
        }
        else
        {
            WriteColumns(pen, canvas, poster);
        }

        PosterRose.Draw(canvas, poster.Letter.People, 240, 855, 1.32f, Sheet);
        DrawFoot(pen, canvas, poster);
        return Encode(surface);
    }

    private static void DrawSheet(SKCanvas canvas, bool flat)
    {
        using var fill = new SKPaint { Color = Sheet };
        using var outer = new SKPaint { Color = Rule, Style = SKPaintStyle.Stroke, StrokeWidth = 5, IsAntialias = true };
        using var inner = new SKPaint { Color = Rule, Style = SKPaintStyle.Stroke, StrokeWidth = 2, IsAntialias = true };
        canvas.DrawRect(Ruled, fill);
        canvas.DrawRect(Frame, outer);
        canvas.DrawRect(Ruled, inner);
        for (var i = 1; i < (flat ? 12 : Columns); i++)
        {
            if (flat)
            {
                canvas.DrawLine(Ruled.Left, Ruled.Top + (i * 90), Ruled.Right, Ruled.Top + (i * 90), inner);
            }
            else
            {
                canvas.DrawLine(Ruled.Left + (i * ColumnWidth), Ruled.Top, Ruled.Left + (i * ColumnWidth), Ruled.Bottom, inner);
            }
        }
    }

    private static void WriteColumns(PosterPen pen, SKCanvas canvas, Poster poster)
    {
        float Centre(int column) => Ruled.Right - (ColumnWidth * (column + 0.5f));
        pen.Column(PosterText.Short(poster.Letter.To, 14), Centre(0), 140, 60, 68, Ink, bold: true);
        var height = poster.Letter.Text.Length switch { <= 20 => 9, <= 34 => 12, _ => 16 };        // few words look better in short columns
        var columns = PosterText.Columns(poster.Letter.Text, height, 2);
        for (var i = 0; i < columns.Count; i++)
        {
            pen.Column(columns[i], Centre(i + 1), i == 0 ? 264 : 140, 54, 62, Ink);
        }

        var signature = PosterText.Short(poster.Signature, 14);
        var x = Centre(Math.Clamp(columns.Count + 1, 4, 5));
        pen.Column(signature, x, 1050 - (signature.Length * 54), 44, 54, Faint);
        DrawSeal(pen, canvas, x, 1085);
    }

    private static void WriteLines(PosterPen pen, SKCanvas canvas, Poster poster)
    {
        pen.Line(PosterText.Short(poster.Letter.To, 24), 130, 172, 54, Ink, bold: true);
        var lines = PosterText.Lines(poster.Letter.Text, 800, 50);
        for (var i = 0; i < lines.Count; i++)
        {
            pen.Line(lines[i], 130, 262 + (i * 90), 50, Ink);
        }

        var signature = PosterText.Short(poster.Signature, 24);
        pen.Line(signature, 950 - PosterPen.Measure(signature, 42), 1072, 42, Faint);
        DrawSeal(pen, canvas, 918, 1100);
    }

    private static void DrawSeal(PosterPen pen, SKCanvas canvas, float x, float y)
    {
        using var red = new SKPaint { Color = SealRed, IsAntialias = true };
        canvas.DrawRoundRect(new SKRect(x - 34, y, x + 34, y + 68), 8, 8, red);
        pen.Column("余香", x, y + 4, 29, 30, Sheet, bold: true);
    }

    private static void DrawFoot(PosterPen pen, SKCanvas canvas, Poster poster)
    {
        var size = Math.Min(46, 46 * 550 / PosterPen.Measure(poster.Take, 46));
        pen.Line(poster.Take, 98, 1372, size, Ink, bold: true);
        pen.Line(poster.Note, 98, 1440, 34, Faint);
        using var white = new SKPaint { Color = SKColors.White };
        using var black = new SKPaint { Color = Ink };
        canvas.DrawRect(Code, white);
        using var code = QRCodeGenerator.GenerateQrCode(poster.Link, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;                          // four empty modules around the code are part of it
        var module = Code.Width / modules.Count;
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (modules[row][column])
                {
                    canvas.DrawRect(Code.Left + (column * module), Code.Top + (row * module), module + 0.4f, module + 0.4f, black);
                }
            }
        }
    }

    private static byte[] Encode(SKSurface surface)
    {
        using var image = surface.Snapshot();
        byte[] picture = [];
        for (var quality = 88; quality >= 40; quality -= 8)
        {
            using var data = image.Encode(SKEncodedImageFormat.Jpeg, quality);
            picture = data.ToArray();
            if (picture.Length <= MaxBytes)
            {
                break;
            }
        }

        return picture;
    }
}
