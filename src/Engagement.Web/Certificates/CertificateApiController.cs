using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Certificates;

/// <summary>Certificates for programs of whoever was handed one; no session is needed. One answer for unknown, mistyped, guessed and locked ones.</summary>
[Route("/api/v1/certificates"), EnableRateLimiting(RateLimits.Certificates)]
public sealed class CertificateApiController(CertificateShelf shelf, CellSigner signer, ICampaignClock clock) : ApiController
{
    /// <summary>What a certificate is worth, by its number and code.</summary>
    [HttpGet("{certificate}")]
    public async Task<IActionResult> Show(string certificate, string? code)
    {
        if (await shelf.Find(certificate, code) is not { } found || await shelf.View(found) is not { } view)
        {
            return Refuse(Outcome.NotFound);
        }

        var snapshot = view.Snapshot;
        return Ok(new CertificateAnswer(view.Number.ToString(), view.Standing.ToString(), view.Since, view.Standing == CertificateStanding.Revoked ? view.Fault.ToString() : null,
            CertificateWords.Field(snapshot.From), CertificateWords.Field(snapshot.To), view.IssuedAt, snapshot.Minutes, snapshot.Credit, snapshot.Honour,
            [.. snapshot.Units.Select(unit => new UnitAnswer(unit.Id, unit.Name, unit.Credit + unit.Honour))], signer.KeyId));
    }

    /// <summary>A part that its holder shows, with the proof.</summary>
    [HttpGet("{certificate}/shares/{share:int}")]
    public async Task<IActionResult> Part(string certificate, int share, string? k) =>
        await shelf.Find(certificate, share, k, clock.UtcNow) is { } found && await shelf.Part(found.Certificate, found.Share) is { } part
            ? Ok(new PartAnswer(found.Certificate.Number.ToString(), part.Standing.ToString(), part.Since, part.Proof, signer.KeyId))
            : Refuse(Outcome.NotFound);

    /// <summary>A certificate.</summary>
    /// <param name="Certificate">Its number.</param>
    /// <param name="Standing">Valid, Superseded or Revoked.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="Fault">Why it was revoked: WrongHours, WrongPerson, NotService, FalseHours or Mistake.</param>
    /// <param name="From">First day of the period.</param>
    /// <param name="To">Last day.</param>
    /// <param name="IssuedAt">When it was issued.</param>
    /// <param name="Minutes">All minutes.</param>
    /// <param name="CreditMinutes">Counted by the server.</param>
    /// <param name="HonourMinutes">Entered by two people and confirmed by the volunteer.</param>
    /// <param name="Units">Organisations that recorded.</param>
    /// <param name="KeyId">Number of the city's key, under <c>/letters/key.pem</c>.</param>
    public sealed record CertificateAnswer(
        string Certificate, string Standing, DateTimeOffset Since, string? Fault, string From, string To, DateTimeOffset IssuedAt, int Minutes, int CreditMinutes, int HonourMinutes,
        IReadOnlyList<UnitAnswer> Units, string KeyId);

    /// <summary>An organisation.</summary>
    public sealed record UnitAnswer(string Id, string Name, int Minutes);

    /// <summary>A part.</summary>
    /// <param name="Certificate">Its number.</param>
    /// <param name="Standing">Valid, Superseded or Revoked.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="Proof">Signature and parts as SD-JWT (RFC 9901).</param>
    /// <param name="KeyId">Number of the city's key.</param>
    public sealed record PartAnswer(string Certificate, string Standing, DateTimeOffset Since, string Proof, string KeyId);
}
