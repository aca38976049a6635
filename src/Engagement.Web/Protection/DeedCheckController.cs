using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Protection;
using Engagement.Grains.Storage;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Protection;

/// <summary>Checks good-deed letters for whoever was shown one: no session is needed. Whoever has the link may read the letter.</summary>
[EnableRateLimiting(RateLimits.Entry)]
public sealed class DeedCheckController(ProtectionReader letters, DeedShelf shelf, DeedPrinter printer, SignedPdf pdfs, SignedLetter signed, CellSigner signer) : PageController
{
    /// <summary>The letter, checked.</summary>
    [HttpGet("/letters/{id}")]
    public async Task<IActionResult> Show(string id, string? k) => await shelf.Find(id, k) is { } letter
        ? Checked(await shelf.View(letter), letter, DeedProof.Link)
        : Missing();

    /// <summary>The sheet.</summary>
    [HttpGet("/letters/{id}/letter.pdf")]
    public async Task<IActionResult> Sheet(string id, string? k)
    {
        if (await shelf.Find(id, k) is not { IsGood: true } letter || await shelf.View(letter) is not { Claims: not null } deed)
        {
            return Missing();
        }

        Response.Headers.CacheControl = "no-store";
        return await printer.Print(deed, letter.Act, shelf.Link(letter.Act)) is { } pdf ? File(pdf, "application/pdf", $"good-deed-{id}.pdf") : Panel(Outcome.Busy);
    }

    /// <summary>The letter as it was signed (RFC 7515), for programs.</summary>
    [HttpGet("/letters/{id}/letter.jws")]
    public async Task<IActionResult> Token(string id, string? k)
    {
        if (await shelf.Find(id, k) is not { IsGood: true } letter || await letters.Open(letter) is not { } token)
        {
            return Missing();
        }

        Response.Headers.CacheControl = "no-store";
        return Content(token, "application/jose", Encoding.ASCII);
    }

    /// <summary>The public key that letters are signed with.</summary>
    [HttpGet("/letters/key.pem")]
    public IActionResult Key() => File(Encoding.ASCII.GetBytes(signer.PublicKey), "application/x-pem-file", "key.pem");

    /// <summary>Where a sheet or a signed letter is checked.</summary>
    [HttpGet("/letters/verify")]
    public IActionResult Ask() => View("/Protection/Verify.cshtml", new DeedCheckPage(signer.KeyId));

    /// <summary>Checks a sheet, byte by byte, or a signed letter. Nothing is kept.</summary>
    [HttpPost("/letters/verify"), RequestSizeLimit(2 * SignedPdf.MaxBytes)]
    public async Task<IActionResult> Verify(IFormFile? file, string? letter)
    {
        if (file is { Length: > 0 and <= SignedPdf.MaxBytes })
        {
            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes);
            return await Found(pdfs.Verify(bytes), null, DeedProof.Sheet);
        }

        var claims = signed.Verify(letter?.Trim());
        return await Found(claims is not null && CivicActId.TryParse(claims.Number, out var act) ? act : null, claims, DeedProof.Token);
    }

    // A good signature says what was true when it was made; the record says what became of it.
    private async Task<IActionResult> Found(CivicActId? act, LetterClaims? claims, DeedProof proof)
    {
        if (act is null || await letters.Read(act.Value) is not { Status: not ProtectionStatus.None } letter)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("/Protection/Verify.cshtml", new DeedCheckPage(signer.KeyId, Failed: true));
        }

        var deed = await shelf.View(letter);
        return Checked(claims is null ? deed : deed with { Claims = claims }, letter, proof);
    }

    private ViewResult Checked(DeedView deed, ProtectionState letter, DeedProof proof)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return View("/Protection/Checked.cshtml", new DeedCheckedPage(letter.IsGood ? deed : deed with { Claims = null }, proof, signer.KeyId, shelf.Way(letter.Act)));
    }
}
