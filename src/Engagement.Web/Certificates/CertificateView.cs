using Engagement.Contracts;
using Engagement.Grains.Certificates;

namespace Engagement.Web.Certificates;

/// <summary>A certificate as its holder sees it, and as it is drawn.</summary>
/// <param name="Number">Which.</param>
/// <param name="Snapshot">What it states.</param>
/// <param name="Name">The real name; null when it shows none.</param>
/// <param name="IdNumber">The masked ID number; null when it shows none.</param>
/// <param name="Standing">What it is worth now.</param>
/// <param name="Since">Since when.</param>
/// <param name="Fault">Why it was revoked.</param>
/// <param name="Code">What opens it to whoever was handed it.</param>
/// <param name="Link">Where it is checked, with the code.</param>
public sealed record CertificateView(
    CertificateNumber Number, CertificateSnapshot Snapshot, string? Name, string? IdNumber, CertificateStanding Standing, DateTimeOffset Since, CertificateFault Fault, string Code, string Link)
{
    /// <summary>When it was issued.</summary>
    public DateTimeOffset IssuedAt => DateTimeOffset.FromUnixTimeMilliseconds(Snapshot.IssuedAt);

    /// <summary>One organisation recorded all of it: it certifies. Otherwise this is a summary of several.</summary>
    public bool IsSummary => Snapshot.Units.Count > 1;
}
