using Engagement.Grains.Campaigns;
using Engagement.Web.Drawing;
using Engagement.Web.Posters;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;
using SkiaSharp;

namespace Engagement.Web.Stations;

/// <summary>The roses of a station's crew as an A4 sheet for its wall, for those who have no phone at hand (RR-13).</summary>
public sealed class StationPoster(Press press, IStringLocalizer<Texts> texts, ICampaignClock clock)
{
    private const float Left = 20, Right = Pdf.Width - 20, Gap = 10, Column = (Right - Left - Gap) / 2, Top = 96, Bottom = 236;
    private const float Words = 5.4f, Small = 3.8f;
    private static readonly SKColor Ink = new(0xFF2B2320), Faint = new(0xFF6A5A51), Rule = new(0xFFE6BDB3), Red = new(0xFF8E1F33);

    /// <summary>The sheet; null when too many wait.</summary>
    public Task<byte[]?> Print(StationPage station) => press.Draw(station.Name, clock.UtcNow, page => Draw(page, station));

    private void Draw(PdfPage page, StationPage station)
    {
        PosterRose.Draw(page.Canvas, (int)Math.Clamp(station.Received, 1, 24), 48, 40, 0.11f, SKColors.White);
        page.Paragraph(station.Name, 82, 38, Right - 82, station.Name.Length > 9 ? 9 : 13, Ink, 1.25f);
        page.Text(texts["Stations.PosterLead"], 82, 66, 6, Faint);
        page.Text(texts["Stations.PosterCount", station.Received], 82, 78, 9, Red);
        page.Line(Left, 86, Right, 86, 0.5f, Rule);
        if (station.Thanks.Count == 0)
        {
            page.Text(texts["Stations.NoThanks"], Pdf.Width / 2, 150, 6, Faint, SKTextAlign.Center);
        }

        DrawThanks(page, station.Thanks);
        page.Line(Left, 244, Right, 244, 0.5f, Rule);
        page.Qr(station.Address, Left, 248, 36);
        page.Text(texts["Stations.PosterQr"], Left + 42, 264, 6, Ink);
        page.Text(station.Address, Left + 42, 273, 3.4f, Faint);
    }

    // Down the left column, then down the right one; what does not fit any more is on the station's page.
    private void DrawThanks(PdfPage page, IReadOnlyList<StationThanks> thanks)
    {
        var (x, y) = (Left, Top);
        foreach (var one in thanks)
        {
            var height = page.Lines(one.Text, Column, Words).Count * Words * 1.6f + Small + 9;
            if (y + height > Bottom && x == Left)
            {
                (x, y) = (Left + Column + Gap, Top);
            }

            if (y + height > Bottom)
            {
                return;
            }

            var next = page.Paragraph(one.Text, x, y + Words, Column, Words, Ink);
            page.Text($"{one.From} · {texts.Day(one.At)}", x, next, Small, Faint);
            page.Line(x, next + 3.5f, x + Column, next + 3.5f, 0.15f, Rule);
            y += height;
        }
    }
}
