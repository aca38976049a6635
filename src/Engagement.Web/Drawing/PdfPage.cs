using System.Text;
using QRCoder;
using SkiaSharp;

namespace Engagement.Web.Drawing;

/// <summary>One page of a <see cref="Pdf"/>. All measures are millimetres from the upper left corner.</summary>
public sealed class PdfPage
{
    private readonly SKTypeface _font;
    private readonly HashSet<Rune>? _runes;

    internal PdfPage(SKCanvas canvas, SKTypeface font, HashSet<Rune>? runes = null) => (Canvas, _font, _runes) = (canvas, font, runes);

    /// <summary>Told every line that is written: what stands on a page can be read without reading a file.</summary>
    internal Action<string>? Written { get; init; }

    /// <summary>For drawings, in millimetres. Text goes through this page: only what it writes is in the file's font.</summary>
    public SKCanvas Canvas { get; }

    /// <summary>One line of text.</summary>
    /// <param name="text">Characters that the shipped font does not have are shown as its empty box.</param>
    /// <param name="x">Left end, middle or right end, as <paramref name="align"/> says.</param>
    /// <param name="baseline">Where the characters stand.</param>
    /// <param name="size">Height of a Chinese character.</param>
    /// <param name="colour">Black without one.</param>
    /// <param name="align">What <paramref name="x"/> is.</param>
    public void Text(string text, float x, float baseline, float size, SKColor? colour = null, SKTextAlign align = SKTextAlign.Left)
    {
        _runes?.UnionWith(text.EnumerateRunes());
        Written?.Invoke(text);
        using var font = Sized(size);
        using var paint = new SKPaint { Color = colour ?? SKColors.Black, IsAntialias = true };
        Canvas.DrawText(text, x, baseline, align, font, paint);
    }

    /// <summary>Text that goes on in the next line, broken at spaces or before any Chinese character that may begin a line.</summary>
    /// <returns>The baseline of the line that would follow.</returns>
    public float Paragraph(string text, float x, float baseline, float width, float size, SKColor? colour = null, float spacing = 1.6f)
    {
        foreach (var line in Lines(text, width, size))
        {
            Text(line, x, baseline, size, colour);
            baseline += size * spacing;
        }

        return baseline;
    }

    /// <summary>Width of a line of text.</summary>
    public float Measure(string text, float size)
    {
        using var font = Sized(size);
        return font.MeasureText(text);
    }

    /// <summary>A straight line.</summary>
    public void Line(float fromX, float fromY, float toX, float toY, float thickness = 0.2f, SKColor? colour = null)
    {
        using var paint = new SKPaint { Color = colour ?? SKColors.Black, Style = SKPaintStyle.Stroke, StrokeWidth = thickness, IsAntialias = true };
        Canvas.DrawLine(fromX, fromY, toX, toY, paint);
    }

    /// <summary>A line of text around a middle, as large as fits.</summary>
    public void Centred(string text, float middle, float baseline, float width, float size, SKColor? colour = null) =>
        Text(text, middle, baseline, Math.Min(size, size * width / Math.Max(1, Measure(text, size))), colour, SKTextAlign.Center);

    /// <summary>A QR code with its quiet zone, as vectors: sharp at any printer's resolution.</summary>
    public void Qr(string content, float x, float y, float side, QRCodeGenerator.ECCLevel level = QRCodeGenerator.ECCLevel.M)
    {
        if (_runes is not null)
        {
            return; // only characters are learned
        }

        using var code = QRCodeGenerator.GenerateQrCode(content, level);
        var modules = code.ModuleMatrix;
        var module = side / modules.Count;
        using var path = new SKPathBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (int column = 0, end; column < modules.Count; column = end + 1)
            {
                for (end = column; end < modules.Count && modules[row][end]; end++)
                {
                }

                if (end > column)
                {
                    path.AddRect(SKRect.Create(x + (column * module), y + (row * module), (end - column) * module, module)); // neighbours as one: half the file
                }
            }
        }

        using var black = new SKPaint { Color = SKColors.Black }; // not smoothed: no hairlines between modules
        using var drawing = path.Detach();
        Canvas.DrawPath(drawing, black);
    }

    internal List<string> Lines(string text, float width, float size)
    {
        List<string> lines = [];
        var line = new StringBuilder();
        foreach (var piece in Pieces(text))
        {
            if (piece == "\n" || (line.Length > 0 && Measure(line + piece.TrimEnd(), size) > width))
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
            }

            line.Append(piece == "\n" || (line.Length == 0 && piece == " ") ? "" : piece);
        }

        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    // A word with the space behind it; a Chinese character with the marks that may not begin a line.
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var mark = "，。、；：！？”’」』）》…,.!?;:)".Contains(rune.ToString(), StringComparison.Ordinal);
            var breaks = piece.Length > 0 && !mark && (rune.Value >= 0x2E80 || rune.Value == '\n' || piece[^1] is ' ' or '\n' || piece[^1] >= 0x2E80);
            if (breaks)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
        }

        if (piece.Length > 0)
        {
            yield return piece.ToString();
        }
    }

    private SKFont Sized(float size) => new(_font, size) { Subpixel = true, Hinting = SKFontHinting.None };
}
