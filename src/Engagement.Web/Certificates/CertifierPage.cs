using Engagement.Contracts;
using Engagement.Grains.Certificates;

namespace Engagement.Web.Certificates;

/// <summary>An organisation's certificates.</summary>
/// <param name="Unit">Id of the organisation or team.</param>
/// <param name="Name">Its name.</param>
/// <param name="Contact">Who answers for them.</param>
/// <param name="HasSeal">A picture of the seal was uploaded.</param>
/// <param name="Me">Who looks: whoever asked can't agree.</param>
/// <param name="Asked">Those that somebody wants to take back.</param>
/// <param name="Issued">Newest first.</param>
/// <param name="Skip">How many come before.</param>
/// <param name="More">Some follow.</param>
/// <param name="Fault">Text of what is wrong with the form; null for nothing.</param>
public sealed record CertifierPage(
    string Unit, string Name, CertifierContact Contact, bool HasSeal, ParticipantId Me, IReadOnlyList<CertifierRow> Asked, IReadOnlyList<CertifierRow> Issued, int Skip, bool More, string? Fault = null)
{
    /// <summary>On one page.</summary>
    public const int Each = 20;

    /// <summary>What a reason may be.</summary>
    public static readonly IReadOnlyList<CertificateFault> Faults = [.. Enum.GetValues<CertificateFault>().Where(fault => fault != CertificateFault.None)];
}

/// <summary>A certificate in the list: number, period and sums.</summary>
/// <param name="Certificate">The record.</param>
/// <param name="Standing">What it is worth now.</param>
public sealed record CertifierRow(CertificateState Certificate, CertificateStanding Standing);
