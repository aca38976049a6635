using Engagement.Web.Drawing;
using SkiaSharp;

namespace Engagement.Web.Certificates;

/// <summary>The frame of letter paper: two lines, and a leaf in each corner. No rose: this is no part of the roses' ledger.</summary>
internal static class CertificateFrame
{
    private const float Edge = 13, Gap = 2.4f;
    private static readonly SKColor Leaf = new(0xFF6F8B69);

    public static void Draw(PdfPage page, SKColor rule)
    {
        using var line = new SKPaint { Color = rule, Style = SKPaintStyle.Stroke, StrokeWidth = 0.9f, IsAntialias = true };
        page.Canvas.DrawRect(Edge, Edge, Pdf.Width - (2 * Edge), Pdf.Height - (2 * Edge), line);
        line.StrokeWidth = 0.25f;
        page.Canvas.DrawRect(Edge + Gap, Edge + Gap, Pdf.Width - (2 * (Edge + Gap)), Pdf.Height - (2 * (Edge + Gap)), line);
        foreach (var (x, y, turn) in new[] { (Edge, Edge, 0f), (Pdf.Width - Edge, Edge, 90f), (Pdf.Width - Edge, Pdf.Height - Edge, 180f), (Edge, Pdf.Height - Edge, 270f) })
        {
            page.Canvas.Save();
            page.Canvas.Translate(x, y);
            page.Canvas.RotateDegrees(turn);
            Corner(page.Canvas);
            page.Canvas.Restore();
        }
    }

    private static void Corner(SKCanvas canvas)
    {
        using var fill = new SKPaint { Color = Leaf, IsAntialias = true };
        foreach (var outline in new[] { "M5 5C9 3.6 13 4.6 16 8C11.6 9.4 7.6 8.6 5 5Z", "M5 5C3.6 9 4.6 13 8 16C9.4 11.6 8.6 7.6 5 5Z" })
        {
            using var path = SKPath.ParseSvgPathData(outline);
            canvas.DrawPath(path, fill);
        }
    }
}
