using System.Text;
using SkiaSharp;

namespace Engagement.Web.Drawing;

/// <summary>A4 sheets as PDF, written with the shipped font, so that they look the same on every machine and can be searched.</summary>
public static class Pdf
{
    /// <summary>A4, in millimetres.</summary>
    public const float Width = 210, Height = 297;

    private const float PointsPerMillimetre = 72 / 25.4f;

    /// <summary>
    /// Draws the pages. Each is drawn twice: first to learn which characters it needs, then onto the sheet; so a page draws
    /// the same whenever it is asked.
    /// </summary>
    /// <param name="title">What the reader's window is called.</param>
    /// <param name="made">When it was made, for the file's properties.</param>
    /// <param name="pages">What stands on each page.</param>
    public static byte[] Draw(string title, DateTimeOffset made, IReadOnlyList<Action<PdfPage>> pages)
    {
        using var font = Font(pages);
        using var file = new MemoryStream();
        using (var document = Open(file, title, made))
        {
            foreach (var page in pages)
            {
                Put(document, page, font);
            }

            document.Close();
        }

        return file.ToArray();
    }

    /// <summary>As <see cref="Draw"/>, but each page goes out as soon as it is drawn: a long file never lies in memory, and its reader never waits for all of it.</summary>
    public static async Task WriteAsync(Stream target, string title, DateTimeOffset made, IReadOnlyList<Action<PdfPage>> pages, CancellationToken cancel)
    {
        using var font = Font(pages);
        await using var file = new PdfBuffer();
        using var document = Open(file, title, made);
        foreach (var page in pages)
        {
            Put(document, page, font);
            await file.PassOnAsync(target, cancel);
        }

        document.Close();
        await file.PassOnAsync(target, cancel);
    }

    private static SKDocument Open(Stream file, string title, DateTimeOffset made) => SKDocument.CreatePdf(file, new SKDocumentPdfMetadata
    {
        Title = title, Creation = made.UtcDateTime, Modified = made.UtcDateTime, Producer = "Engagement", RasterDpi = 300, EncodingQuality = 90,
    });

    private static void Put(SKDocument document, Action<PdfPage> page, SKTypeface font)
    {
        using var canvas = document.BeginPage(Width * PointsPerMillimetre, Height * PointsPerMillimetre);
        canvas.Scale(PointsPerMillimetre);
        page(new(canvas, font));
        document.EndPage();
    }

    private static SKTypeface Font(IReadOnlyList<Action<PdfPage>> pages) => ShippedFont.Read(FontSubset.Cut(ShippedFont.Bytes.Span, Glyphs(pages)));

    private static HashSet<ushort> Glyphs(IReadOnlyList<Action<PdfPage>> pages)
    {
        var runes = new HashSet<Rune>();
        using var nowhere = new SKNoDrawCanvas(1, 1);
        foreach (var page in pages)
        {
            page(new(nowhere, ShippedFont.Typeface, runes));
        }

        using var font = new SKFont(ShippedFont.Typeface);
        return [.. runes.Select(rune => font.GetGlyph(rune.Value))];
    }
}
