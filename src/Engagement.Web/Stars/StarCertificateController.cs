using Engagement.Contracts;
using Engagement.Grains.Stars;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Stars;

/// <summary>The certificate of a star that one was awarded (VH-12): looked at, kept as a picture, printed. To anybody else there is none.</summary>
[Person, Route("/me/stars/{level:int}")]
public sealed class StarCertificateController(StarCertificates certificates, StarReader stars, StarPrinter printer) : PageController
{
    /// <summary>The page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(int level) => await certificates.Mine(Me, level) is { } mine
        ? View("/Stars/Certificate.cshtml", new StarCertificatePage(mine, CertificateLacks(await stars.Name(Me))))
        : Missing();

    /// <summary>The picture, for a long press.</summary>
    [HttpGet("certificate.jpg")]
    public Task<IActionResult> Picture(int level) => File(level, printer.Picture, "image/jpeg", null);

    /// <summary>The sheet, for desktops.</summary>
    [HttpGet("certificate.pdf")]
    public Task<IActionResult> Pdf(int level) => File(level, printer.Pdf, "application/pdf", $"volunteer-star-{level}.pdf");

    private static bool CertificateLacks(string? name) => name is null || Certificates.CertificatePrinter.Lacks(name);

    private async Task<IActionResult> File(int level, Func<StarCertificate, string, Task<byte[]?>> draw, string type, string? file)
    {
        if (await certificates.Mine(Me, level) is not { } mine || await stars.Name(Me) is not { } name)
        {
            return Missing();
        }

        Response.Headers.CacheControl = "no-store";
        return await draw(mine, name) is { } drawn ? File(drawn, type, file) : Panel(Outcome.Busy);
    }
}

/// <summary>A star's certificate.</summary>
/// <param name="Certificate">It.</param>
/// <param name="NoName">The name is hidden again, or has characters that the font lacks.</param>
public sealed record StarCertificatePage(StarCertificate Certificate, bool NoName);
