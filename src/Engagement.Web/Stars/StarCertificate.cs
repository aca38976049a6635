using Engagement.Contracts;
using Engagement.Grains.Stars;
using Engagement.Grains.Storage;
using Engagement.Web.Roses;

namespace Engagement.Web.Stars;

/// <summary>A star's certificate, as its holder and whoever checks it see it.</summary>
/// <param name="Volunteer">Whose; for the grain, never for the page.</param>
/// <param name="Award">The star.</param>
/// <param name="Code">What opens it to whoever was handed it.</param>
/// <param name="Link">Where it is checked, with the code.</param>
public sealed record StarCertificate(ParticipantId Volunteer, StarAward Award, string Code, string Link)
{
    /// <summary>When it was awarded.</summary>
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds(Award.At);

    /// <summary>The same, within the site.</summary>
    public string Way => StarCertificates.Way(Award.Number, Code);
}

/// <summary>Finds certificates of stars: by number and code for everybody, by star for their holder. Unknown, mistyped, guessed and locked look the same.</summary>
public sealed class StarCertificates(StarReader stars, CellKeys keys, Links links)
{
    /// <summary>The certificate that a number and its code open; the code is looked at before the store.</summary>
    public async Task<StarCertificate?> Find(string? number, string? code) =>
        CertificateNumber.TryParse(number, out var known) && keys.IsCertificateCode(known, code) && await stars.Find(known) is { } found ? Of(found.Star, found.Award) : null;

    /// <summary>One's own.</summary>
    public async Task<StarCertificate?> Mine(ParticipantId volunteer, int level) =>
        await stars.Read(volunteer) is { Locked: false } star && star.Awards.FirstOrDefault(award => award.Level == level) is { Number.IsNone: false } award ? Of(star, award) : null;

    internal static string Way(CertificateNumber number, string code) => $"/verify/star/{number}?k={code}";

    private StarCertificate Of(StarState star, StarAward award)
    {
        var code = keys.CertificateCode(award.Number);
        return new(star.Id, award, code, links.Address + Way(award.Number, code));
    }
}
