using Engagement.Web.Certificates;
using Engagement.Web.Drawing;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;
using SkiaSharp;

namespace Engagement.Web.Stars;

/// <summary>A star's certificate on A4 paper, in millimetres. Hours alone decide about stars: no rose and no civic act is on it.</summary>
internal sealed class StarSheet(StarCertificate certificate, string name, string source, IStringLocalizer<Texts> texts, SiteOptions site)
{
    private const float Left = 32, Right = Pdf.Width - 32, Middle = Pdf.Width / 2;
    private static readonly SKColor Ink = new(0xFF2B2320), Faint = new(0xFF6A5A51), Rule = new(0xFFE6BDB3), Red = new(0xFFB0241C), Gold = new(0xFFC08A2D);

    /// <summary>Draws it.</summary>
    public void Draw(PdfPage page)
    {
        CertificateFrame.Draw(page, Rule);
        page.Centred(texts["Stars.CertTitle"], Middle, 62, Right - Left, 13, Red);
        page.Text(texts["Cert.NumberIs", certificate.Award.Number.Shown], Middle, 73, 3.8f, Faint, SKTextAlign.Center);
        Row(page.Canvas, certificate.Award.Level, 96);
        page.Centred(texts["Stars.CertWho", Written(name)], Middle, 128, Right - Left, 9, Ink);
        var y = page.Paragraph(texts["Stars.CertBody", source, texts.Hours(certificate.Award.Minutes), texts["Stars.CertLevel", certificate.Award.Level]], Left, 146, Right - Left, 5.4f, Ink, 1.8f);
        page.Paragraph(texts["Stars.CertNotice"], Left, y + 2, Right - Left, 4, Faint);
        page.Qr(certificate.Link, Left - 3, 204, 36);
        page.Paragraph(texts["Cert.HowToCheck"], Left + 0.5f, 244.5f, 62, 3.3f, Faint);
        page.Text(texts["Cert.CodeIs", $"{certificate.Code[..4]}-{certificate.Code[4..8]}-{certificate.Code[8..]}"], Left + 0.5f, 256, 3.3f, Faint);
        page.Text(Written(site.Organiser), Right, 232, 5, Ink, SKTextAlign.Right);
        page.Text(texts.Day(certificate.At), Right, 242, 4.4f, Ink, SKTextAlign.Right);
    }

    private static string Written(string text) => ShippedFont.Writable(text, out _);

    // Five in a row; levels above, which some cities have, stand in the text.
    private static void Row(SKCanvas canvas, int level, float y)
    {
        var count = Math.Min(level, 5);
        using var fill = new SKPaint { Color = Gold, IsAntialias = true };
        for (var i = 0; i < count; i++)
        {
            canvas.Save();
            canvas.Translate(Middle + ((i - ((count - 1) / 2f)) * 19), y);
            using var path = new SKPathBuilder();
            for (var corner = 0; corner < 10; corner++)
            {
                var (radius, angle) = (corner % 2 == 0 ? 8f : 3.2f, (corner * MathF.PI / 5) - (MathF.PI / 2));
                var point = new SKPoint(radius * MathF.Cos(angle), radius * MathF.Sin(angle));
                if (corner == 0)
                {
                    path.MoveTo(point);
                }
                else
                {
                    path.LineTo(point);
                }
            }

            path.Close();
            using var star = path.Detach();
            canvas.DrawPath(star, fill);
            canvas.Restore();
        }
    }
}
