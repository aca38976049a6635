using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Web.Drawing;
using Engagement.Web.Posters;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace Engagement.Web.Protection;

/// <summary>Prints a good-deed letter on one A4 sheet, signed.</summary>
public sealed class DeedPrinter(IStringLocalizer<Texts> texts, Press press, SignedPdf signed, CellSigner signer, IOptions<SiteOptions> site)
{
    private const float Left = 32, Right = Pdf.Width - 32, Line = 11;

    private static readonly SKColor Ink = new(0xFF2B2320), Faint = new(0xFF6A5A51), Rule = new(0xFFE6BDB3), Seal = new(0xFFB0241C);

    /// <summary>The sheet; null when too many wait.</summary>
    public async Task<byte[]?> Print(DeedView deed, CivicActId act, string link) =>
        await press.Draw(texts["Deed.Title"], deed.IssuedAt, page => Draw(page, deed, link)) is { } pdf ? signed.Sign(pdf, act) : null;

    private void Draw(PdfPage page, DeedView deed, string link)
    {
        Frame(page);
        page.Text(texts["Deed.Title"], Pdf.Width / 2, 52, 13, Seal, SKTextAlign.Center);
        page.Text(texts["Deed.Number", deed.Id], Pdf.Width / 2, 62, 3.6f, Faint, SKTextAlign.Center);
        var y = page.Paragraph(texts["Deed.Body", deed.Claims!.CompanyName ?? texts["Deed.AnyCompany"].Value], Left, 78, Right - Left, 5.2f, Ink, 1.7f) + 4;
        foreach (var (name, value) in DeedFacts.Of(texts, deed))
        {
            page.Text(name, Left, y, 4.4f, Faint);
            page.Text(value, Left + 34, y, 4.8f, Ink);
            page.Line(Left, y + 3.5f, Right, y + 3.5f, 0.15f, Rule);
            y += Line;
        }

        page.Paragraph(texts["Deed.Ask"], Left, y + 6, Right - Left, 5.2f, Ink, 1.7f);
        page.Qr(link, Left - 4, 218, 44);
        page.Paragraph(texts["Deed.HowToCheck"], Left + 46, 232, Right - Left - 46 - 22, 4.2f, Faint);
        page.Text(site.Value.Organiser, Right, 212, 4.8f, Ink, SKTextAlign.Right);
        page.Text(texts.Day(deed.IssuedAt), Right, 220, 4.4f, Ink, SKTextAlign.Right);
        page.Text(texts["Deed.Key", signer.KeyId], Pdf.Width / 2, 274, 3.4f, Faint, SKTextAlign.Center);
    }

    private static void Frame(PdfPage page)
    {
        using var line = new SKPaint { Color = Rule, Style = SKPaintStyle.Stroke, StrokeWidth = 0.8f, IsAntialias = true };
        page.Canvas.DrawRect(16, 16, Pdf.Width - 32, Pdf.Height - 32, line);
        line.StrokeWidth = 0.25f;
        page.Canvas.DrawRect(18.5f, 18.5f, Pdf.Width - 37, Pdf.Height - 37, line);
        PosterRose.Draw(page.Canvas, 9, Right - 12, 246, 0.085f, SKColors.White);
    }
}
