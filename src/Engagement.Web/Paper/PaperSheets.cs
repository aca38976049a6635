using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Web.Posters;
using Engagement.Web.Resources;
using Engagement.Web.Roses;
using Microsoft.Extensions.Localization;
using QRCoder;
using SkiaSharp;

namespace Engagement.Web.Paper;

/// <summary>
/// A4 pages of codes to print and cut: 24 tags a page, in points (1/72 inch). Every page says that its codes are live. Letters are the
/// shipped font's, embedded once; codes are vector drawings, so any printer prints them sharp.
/// </summary>
public sealed class PaperSheets(PaperCodes codes, Links links, IStringLocalizer<Texts> texts)
{
    /// <summary>Tags on a page.</summary>
    public const int PerPage = Columns * Rows;

    private const int Columns = 3, Rows = 8;
    private const float Width = 595.28f, Height = 841.89f, Left = 28, Top = 45, Side = 76, Mark = 7;
    private const float TagWidth = (Width - 2 * Left) / Columns, TagHeight = (Height - Top - 28) / Rows;
    private static readonly SKColor Ink = new(0xFF2B2320), Faint = new(0xFF6A5A51), Line = new(0xFFB9A99B);

    /// <summary>The pages of the codes from one serial to another.</summary>
    public byte[] Draw(RoseBatchState batch, int from, int to)
    {
        using var stream = new MemoryStream();
        using var face = PosterFont.Face();
        using (var pdf = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = Title(batch), Creator = "Engagement", Creation = DateTime.UtcNow }))
        {
            var pages = (to - from + PerPage) / PerPage;
            for (var page = 0; page < pages; page++)
            {
                var canvas = pdf.BeginPage(Width, Height);
                Write(canvas, face, $"{Title(batch)} · {texts["Paper.Live"].Value} · {page + 1}/{pages}", Left, 30, 9, Faint);
                DrawMarks(canvas);
                for (var place = 0; place < PerPage && from + page * PerPage + place <= to; place++)
                {
                    DrawTag(canvas, face, new(batch.Number, from + page * PerPage + place), Left + place % Columns * TagWidth, Top + place / Columns * TagHeight);
                }

                pdf.EndPage();
            }

            pdf.Close();
        }

        return stream.ToArray();
    }

    private string Title(RoseBatchState batch) => texts["Paper.Sheet", batch.Number, batch.Name].Value;

    private void DrawTag(SKCanvas canvas, SKTypeface face, PaperCode code, float x, float y)
    {
        var link = links.Paper(codes.Long(code));
        DrawCode(canvas, link, x + 6, y + (TagHeight - Side) / 2);
        var text = x + Side + 10;
        Write(canvas, face, texts["Paper.TagTitle"].Value, text, y + 26, 12.5f, Ink, bold: true);
        Write(canvas, face, texts["Paper.TagText"].Value, text, y + 40, 7.5f, Faint);
        Write(canvas, face, PaperScene.Printed(codes.Short(code)), text, y + 60, 13, Ink, bold: true);
        Write(canvas, face, texts["Paper.TagType", Host(links.Address)].Value, text, y + 72, 5.6f, Faint);
        Write(canvas, face, $"{code.Batch} · {code.Serial + 1}", text, y + 84, 6, Faint);
    }

    // The quiet zone of four modules is part of the matrix.
    private static void DrawCode(SKCanvas canvas, string link, float x, float y)
    {
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var modules = new SKPathBuilder();
        using var ink = new SKPaint { Color = SKColors.Black };
        var module = Side / code.ModuleMatrix.Count;
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            var bits = code.ModuleMatrix[row];
            for (var column = 0; column < bits.Count; column++)
            {
                var start = column;
                while (column < bits.Count && bits[column])
                {
                    column++;
                }

                if (column > start)
                {
                    modules.AddRect(new(x + start * module, y + row * module, x + column * module, y + (row + 1) * module));
                }
            }
        }

        using var path = modules.Detach();
        canvas.DrawPath(path, ink);
    }

    // Short crosses where tags meet: what a blade follows, and nothing that has to be cut away.
    private static void DrawMarks(SKCanvas canvas)
    {
        using var line = new SKPaint { Color = Line, Style = SKPaintStyle.Stroke, StrokeWidth = 0.5f };
        for (var column = 0; column <= Columns; column++)
        {
            for (var row = 0; row <= Rows; row++)
            {
                var (x, y) = (Left + column * TagWidth, Top + row * TagHeight);
                canvas.DrawLine(x - Mark, y, x + Mark, y, line);
                canvas.DrawLine(x, y - Mark, x, y + Mark, line);
            }
        }
    }

    private static void Write(SKCanvas canvas, SKTypeface face, string text, float x, float y, float size, SKColor colour, bool bold = false)
    {
        using var font = new SKFont(face, size) { Embolden = bold };
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
    }

    private static string Host(string address) => address.Split("://", 2)[^1];
}
