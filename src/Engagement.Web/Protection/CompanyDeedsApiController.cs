using Engagement.Contracts;
using Engagement.Grains.Protection;
using Engagement.Web.Companies;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Protection;

/// <summary>
/// Good-deed letters for a company's own system (CA-09, IN-02): it asks for those that wait, checks the signature with the public
/// key or by the link, and answers. It learns nothing of a courier but what the letter says.
/// </summary>
[Route("/api/v1/company/letters"), CompanySigned, EnableRateLimiting(RateLimits.Companies)]
public sealed class CompanyDeedsApiController(Calls calls, ProtectionReader letters, DeedShelf shelf) : ApiController
{
    private const int Most = 200;

    /// <summary>Letters that wait for an answer, oldest first; or with <c>open=false</c> the others, newest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> List(bool open = true, int skip = 0, int take = Most)
    {
        if (skip is < 0 or > 1_000_000 || take is < 1 or > Most)
        {
            return Refuse(Outcome.Invalid, skip is < 0 or > 1_000_000 ? "skip" : "take", $"skip from 0, take from 1 to {Most}");
        }

        var company = CompanySignedAttribute.Signer(HttpContext).Company.Id;
        var page = await letters.For(company, open, skip, take);
        var tally = await letters.Tally(company);
        return Ok(new LettersAnswer(await letters.Waiting(company), tally.Issued, tally.Honoured, tally.Refused, await Task.WhenAll(page.Select(Of))));
    }

    /// <summary>Honours a letter, or refuses it with a reason.</summary>
    [HttpPost("{letterId}/answer")]
    public async Task<IActionResult> Answer(string letterId, LetterAnswer answer)
    {
        if (!Reads(answer.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        ProtectionRefusal? why = answer.Honoured == true ? ProtectionRefusal.None
            : answer.Honoured == false && Enum.TryParse<ProtectionRefusal>(answer.Reason, out var reason) && CompanyDeedsPage.Reasons.Contains(reason) ? reason
            : null;
        return why is null ? Refuse(Outcome.Invalid, answer.Honoured is null ? "honoured" : "reason", "honoured, or not with one of " + string.Join(", ", CompanyDeedsPage.Reasons))
            : !CivicActId.TryParse(letterId, out var act) ? Refuse(Outcome.NotFound)
            : Answer(await calls.Protection(act, grain => grain.Answer(command, CompanySignedAttribute.Signer(HttpContext).Company.Id, default, why.Value)));
    }

    private async Task<LetterRow> Of(ProtectionState letter)
    {
        var deed = await shelf.View(letter);
        var signed = letter.IsGood ? await letters.Open(letter) : null;
        return new(deed.Id, deed.Status.ToString(), deed.IssuedAt, deed.AnsweredAt, deed.Refusal == ProtectionRefusal.None ? null : deed.Refusal.ToString(),
            signed is null ? null : deed.Claims, signed, signed is null ? null : shelf.Link(letter.Act));
    }

    /// <summary>Letters and how they were answered.</summary>
    public sealed record LettersAnswer(long Waiting, long Issued, long Honoured, long Refused, IReadOnlyList<LetterRow> Letters);

    /// <summary>A letter.</summary>
    /// <param name="LetterId">Its number.</param>
    /// <param name="Status">Issued, Honoured, Refused or Revoked.</param>
    /// <param name="IssuedAt">When it was issued.</param>
    /// <param name="AnsweredAt">When the company answered.</param>
    /// <param name="Reason">Why it was refused.</param>
    /// <param name="Letter">What it says; null once it counts no longer.</param>
    /// <param name="Signed">The same as JSON Web Signature (ES256), for the public key under <c>/letters/key.pem</c>.</param>
    /// <param name="Link">Where anybody checks it.</param>
    public sealed record LetterRow(
        string LetterId, string Status, DateTimeOffset IssuedAt, DateTimeOffset? AnsweredAt, string? Reason, LetterClaims? Letter, string? Signed, string? Link);

    /// <summary>A company's answer.</summary>
    /// <param name="CommandId">UUIDv7, made once and sent again with every retry.</param>
    /// <param name="Honoured">The penalty is waived.</param>
    /// <param name="Reason">Without it: NoOrder, NotLate, OtherCause, AlreadyWaived or NotOurs.</param>
    public sealed record LetterAnswer(string? CommandId, bool? Honoured, string? Reason);
}
