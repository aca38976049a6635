using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Certificates;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Engagement.Web.Stars;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Certificates;

/// <summary>
/// Checks certificates for whoever was handed one: no session is needed (IN-05). Number, period, sums, organisation and what it is worth now; the name only to somebody who knows
/// it, or was told the holder's own code. Unknown, mistyped, guessed and locked look the same.
/// </summary>
[EnableRateLimiting(RateLimits.Certificates)]
public sealed class VerifyController(
    Calls calls, CertificateShelf shelf, StarCertificates stars, CertificateReader certificates, CertificateSignature signature, CellSigner signer, CellKeys keys, ICampaignClock clock) : PageController
{
    private const string Form = "/Certificates/Verify.cshtml", Result = "/Certificates/Verified.cshtml";

    /// <summary>Where number and code are typed.</summary>
    [HttpGet("/verify")]
    public IActionResult Ask(bool unknown) => unknown ? Unknown(null) : View(Form, new VerifyPage(signer.KeyId));

    /// <summary>Looks it up.</summary>
    [HttpPost("/verify")]
    public async Task<IActionResult> Find(string? number, string? code) =>
        await shelf.Find(number, code) is { } certificate ? SeeOther(shelf.Way(certificate.Number))
        : await stars.Find(number, code) is { } star ? SeeOther(star.Way)
        : Unknown(number);

    /// <summary>Checks what somebody sent as a file: the signature, and the parts that it shows.</summary>
    [HttpPost("/verify/signed")]
    public async Task<IActionResult> Signed(string? proof)
    {
        if (signature.Verify(proof?.Trim()) is not { } verified || await certificates.Read(verified.Number) is not { } certificate)
        {
            return Unknown(null);
        }

        var (standing, since) = await certificates.Standing(certificate);
        return Checked(VerifiedPage.Part(verified, standing, DateTimeOffset.FromUnixTimeMilliseconds(since), certificate.Fault, null));
    }

    /// <summary>The certificate, checked.</summary>
    [HttpGet("/verify/{number}")]
    public async Task<IActionResult> Show(string number, string? k) =>
        await shelf.Find(number, k) is { } certificate && await shelf.View(certificate) is { } view ? Checked(VerifiedPage.Whole(view, shelf.Way(certificate.Number))) : Unknown(number);

    /// <summary>The name, to somebody who knows it or was told the holder's code.</summary>
    [HttpPost("/verify/{number}/name")]
    public async Task<IActionResult> Name(string number, string? k, string? name)
    {
        if (await shelf.Find(number, k) is not { } certificate || await shelf.View(certificate) is not { } view)
        {
            return Unknown(number);
        }

        var page = VerifiedPage.Whole(view, shelf.Way(certificate.Number));
        var outcome = view.Name is null || string.IsNullOrWhiteSpace(name) || name.Length > 80 ? Outcome.NotFound
            : keys.IsHolderCode(certificate.Number, name, clock.UtcNow) ? Outcome.Done
            : await calls.Certificate(certificate.Number, grain => grain.IsName(new(name)));
        return outcome == Outcome.Done ? Checked(page with { Name = view.Name }) : Refused(page with { NameFault = outcome }, outcome);
    }

    /// <summary>A part that its holder shows.</summary>
    [HttpGet("/verify/{number}/{share:int}")]
    public async Task<IActionResult> Part(string number, int share, string? k) =>
        await shelf.Find(number, share, k, clock.UtcNow) is { } found && await shelf.Part(found.Certificate, found.Share) is { } part && signature.Verify(part.Proof) is { } verified
            ? Checked(VerifiedPage.Part(verified, part.Standing, part.Since, part.Fault, shelf.Way(found.Certificate.Number, share)))
            : Unknown(null);

    /// <summary>The same, signed, for programs (RFC 9901).</summary>
    [HttpGet("/verify/{number}/{share:int}/proof")]
    public async Task<IActionResult> Proof(string number, int share, string? k)
    {
        if (await shelf.Find(number, share, k, clock.UtcNow) is not { } found || await shelf.Part(found.Certificate, found.Share) is not { } part)
        {
            return Unknown(null);
        }

        Response.Headers.CacheControl = "no-store";
        return Content(part.Proof, "application/sd-jwt", Encoding.ASCII);
    }

    private ViewResult Unknown(string? number)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View(Form, new VerifyPage(signer.KeyId, Unknown: true, Mistyped: number is { Length: > 0 } && !CertificateNumber.TryParse(number, out _)));
    }

    private ViewResult Refused(VerifiedPage page, Outcome outcome)
    {
        Response.StatusCode = OutcomeProblem.Status(outcome);
        return Checked(page);
    }

    private ViewResult Checked(VerifiedPage page)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return View(Result, page with { KeyId = signer.KeyId });
    }
}
