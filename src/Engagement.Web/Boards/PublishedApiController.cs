using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Publications;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Boards;

/// <summary>Periods whose boards are frozen or published. The documents themselves are files beside the pages: byte for byte what was hashed.</summary>
[Route("/api/v1/boards/published")]
public sealed class PublishedApiController(PublicationReader publications, CampaignSettings settings) : ApiController
{
    private const int Shown = 200;

    /// <summary>All periods that are over, newest first.</summary>
    [HttpGet]
    public async Task<IActionResult> Index() => Ok(new { periods = (await publications.Over(Shown)).Select(Answer) });

    /// <summary>One period with its editions: 0 is what was frozen, 1 what was published, the others errata.</summary>
    [HttpGet("{period}")]
    public async Task<IActionResult> Show(string period) =>
        PublicationPeriod.TryParse(period, out var which) && await publications.Read(which) is { Editions.Count: > 0 } state ? Ok(Answer(state)) : Refuse(Outcome.NotFound);

    private PeriodAnswer Answer(PublicationState state)
    {
        var row = PublishedRow.Of(state, settings.Campaign);
        return new(row.Period, row.From, row.To, row.Stage.ToString(), row.FrozenUntil, [.. state.Editions.Select(edition => new EditionAnswer(
            edition.Number, edition.Hash, edition.Reason.Length == 0 ? null : edition.Reason, DateTimeOffset.FromUnixTimeMilliseconds(edition.At),
            edition.ConfirmedAt == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(edition.ConfirmedAt), $"/boards/published/{state.Period}/{edition.Number}.json",
            edition.Signature is null ? null : Convert.ToBase64String(edition.Signature), edition.PublicKey))]);
    }

    /// <summary>A period.</summary>
    public sealed record PeriodAnswer(string Period, DateOnly From, DateOnly To, string Stage, DateTimeOffset FrozenUntil, IReadOnlyList<EditionAnswer> Editions);

    /// <summary>An edition: the signature is ECDSA on P-256 with SHA-256 in DER, as base64.</summary>
    public sealed record EditionAnswer(
        int Number, string Sha256, string? Reason, DateTimeOffset TakenAt, DateTimeOffset? PublishedAt, string Document, string? Signature, string? PublicKey);
}
