using System.Globalization;
using Engagement.Grains.Stars;
using Engagement.Web.Certificates;
using Engagement.Web.Drawing;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Stars;

/// <summary>Draws certificates of stars: a sheet for desktops, a picture for phones. Chinese documents, whatever language their reader's pages are in.</summary>
public sealed class StarPrinter(IStringLocalizer<Texts> texts, StarSettings settings, DrawingRoom room, IOptions<SiteOptions> site)
{
    private static readonly CultureInfo Chinese = new(PagesSetup.Languages[0]);

    /// <summary>A4 as PDF; null when too many wait.</summary>
    public Task<byte[]?> Pdf(StarCertificate certificate, string name) =>
        Draw("star.pdf", certificate, name, sheet => Drawing.Pdf.Draw($"{texts["Stars.CertTitle"]} {certificate.Award.Number.Shown}", certificate.At, [sheet.Draw]));

    /// <summary>The sheet as JPEG; null when too many wait.</summary>
    public Task<byte[]?> Picture(StarCertificate certificate, string name) => Draw("star.jpg", certificate, name, sheet => SheetImage.Draw(sheet.Draw, CertificateSheet.Paper));

    private Task<byte[]?> Draw(string kind, StarCertificate certificate, string name, Func<StarSheet, byte[]> draw) => room.Order((kind, certificate, name), () =>
    {
        CultureInfo.CurrentUICulture = Chinese;
        return draw(new(certificate, name, settings.Options.Source, texts, site.Value));
    });
}
