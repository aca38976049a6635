using Engagement.Grains.Campaigns;
using Engagement.Web.Drawing;
using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;
using SkiaSharp;

namespace Engagement.Web.Nominations;

/// <summary>A courier's code as stickers on an A4 sheet: two for the box, six for helmets, to be cut along the lines.</summary>
public sealed class StickerSheet(Press press, IStringLocalizer<Texts> texts, ICampaignClock clock)
{
    private const float Left = 15, Top = 24, Across = Pdf.Width - 2 * Left, BoxHeight = 112, HelmetHeight = 70;
    private static readonly SKColor Ink = new(0xFF2B2320), Faint = new(0xFF6A5A51), Edge = new(0xFFB9A99B);

    /// <summary>The sheet; null when too many wait.</summary>
    public Task<byte[]?> Print(StickerPage sticker) => press.Draw(texts["Nominations.Sticker"], clock.UtcNow, page => Draw(page, sticker));

    private void Draw(PdfPage page, StickerPage sticker)
    {
        page.Text(texts["Nominations.StickerText"], Left, 15, 4, Faint);
        for (var place = 0; place < 2; place++)
        {
            DrawOne(page, sticker, SKRect.Create(Left + place * Across / 2, Top, Across / 2, BoxHeight), 7);
        }

        for (var place = 0; place < 6; place++)
        {
            DrawOne(page, sticker, SKRect.Create(Left + place % 3 * Across / 3, Top + BoxHeight + place / 3 * HelmetHeight, Across / 3, HelmetHeight), 4.6f);
        }
    }

    private void DrawOne(PdfPage page, StickerPage sticker, SKRect frame, float size)
    {
        using var line = new SKPaint { Color = Edge, Style = SKPaintStyle.Stroke, StrokeWidth = 0.2f, IsAntialias = true };
        page.Canvas.DrawRect(frame, line);
        var side = frame.Height - 4.4f * size;
        page.Centred(texts["Nominations.StickerTitle"], frame.MidX, frame.Top + 1.9f * size, frame.Width - 8, size, Ink);
        page.Qr(sticker.Link, frame.MidX - side / 2, frame.Top + 2.2f * size, side);
        page.Centred(sticker.Code, frame.MidX, frame.Bottom - 0.9f * size, frame.Width - 8, size, Ink);
    }
}
