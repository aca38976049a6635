using System.Globalization;
using System.Security.Cryptography;
using Engagement.Grains.Certificates;
using Engagement.Grains.Storage;
using Engagement.Web.Drawing;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Certificates;

/// <summary>Draws certificates: sheets for desktops, a picture for phones. A certificate is a Chinese document, whatever language its reader's pages are in.</summary>
public sealed class CertificatePrinter(
    IStringLocalizer<Texts> texts, CertifierReader certifiers, CellSigner signer, DrawingRoom room, IOptions<SiteOptions> site)
{
    private static readonly CultureInfo Chinese = new(PagesSetup.Languages[0]);

    /// <summary>A4 as PDF; null when too many wait.</summary>
    public Task<byte[]?> Pdf(CertificateView view) => Draw("pdf", view, sheet => Drawing.Pdf.Draw($"{texts["Cert.Title"]} {view.Number.Shown}", view.IssuedAt, sheet.Pages()));

    /// <summary>The first sheet as JPEG; null when too many wait.</summary>
    public Task<byte[]?> Picture(CertificateView view) => Draw("jpg", view, sheet => SheetImage.Draw(sheet.Pages()[0], CertificateSheet.Paper));

    /// <summary>Characters of a text that the font lacks: they are written as 〓, and the sheet says so.</summary>
    public static bool Lacks(string? text)
    {
        ShippedFont.Writable(text ?? "", out var lacks);
        return lacks;
    }

    private async Task<byte[]?> Draw(string kind, CertificateView view, Func<CertificateSheet, byte[]> draw)
    {
        var seal = view.IsSummary ? null : await certifiers.Seal(view.Snapshot.Units[0].Id);
        var content = (kind, view.Number, view.Standing, view.Name, view.Link, Seal: seal is null ? "" : Convert.ToHexString(SHA256.HashData(seal)));
        return await room.Order(content, () =>
        {
            CultureInfo.CurrentUICulture = Chinese;
            using var sheet = new CertificateSheet(view, texts, site.Value, signer.KeyId, seal);
            return draw(sheet);
        });
    }
}
