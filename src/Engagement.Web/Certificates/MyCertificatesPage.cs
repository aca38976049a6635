using Engagement.Contracts;
using Engagement.Grains.Certificates;

namespace Engagement.Web.Certificates;

/// <summary>A volunteer's certificates and the choice of a new one.</summary>
/// <param name="Certificates">Newest first.</param>
/// <param name="Skip">How many come before.</param>
/// <param name="More">Some follow.</param>
/// <param name="Known">By real name: nobody else can have one issued.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of it.</param>
/// <param name="Units">Organisations that recorded something in it.</param>
/// <param name="Refusal">Why the last wish was not carried out; null for nothing.</param>
public sealed record MyCertificatesPage(
    IReadOnlyList<CertificateView> Certificates, int Skip, bool More, bool Known, int From, int To, IReadOnlyList<CertificateUnit> Units, Receipt? Refusal)
{
    /// <summary>On one page.</summary>
    public const int Each = 10;

    /// <summary>The sentence that says why.</summary>
    public string Fault => "Cert.Refused" + (Refusal!.Outcome == Outcome.Invalid ? Refusal.Field switch { "units" => "Units", "period" => "Period", _ => "Days" } : Refusal.Outcome.ToString());
}

/// <summary>A certificate that is not issued yet.</summary>
/// <param name="Form">What was chosen.</param>
/// <param name="Snapshot">What it would state.</param>
/// <param name="Waiting">Entries that are left out because somebody looks at them.</param>
/// <param name="Lacks">The font lacks a character of the name.</param>
public sealed record CertificatePreviewPage(CertificateForm Form, CertificateSnapshot Snapshot, int Waiting, bool Lacks);

/// <summary>One certificate.</summary>
/// <param name="View">The certificate.</param>
/// <param name="Shares">Links that work.</param>
/// <param name="Lacks">The font lacks a character of the name.</param>
/// <param name="Way">Where it is checked.</param>
/// <param name="Fault">Why a link was not made.</param>
public sealed record CertificatePage(CertificateView View, IReadOnlyList<CertificateShare> Shares, bool Lacks, string Way, Outcome Fault = Outcome.Done);

/// <summary>The holder's own code.</summary>
/// <param name="Number">Of the certificate.</param>
/// <param name="Code">The code.</param>
public sealed record HolderCodePage(CertificateNumber Number, string Code);

/// <summary>A link as a code to scan.</summary>
/// <param name="Number">Of the certificate.</param>
/// <param name="Share">The link.</param>
/// <param name="Snapshot">What the certificate states.</param>
/// <param name="Link">Its address.</param>
public sealed record CertificateSharePage(CertificateNumber Number, CertificateShare Share, CertificateSnapshot Snapshot, string Link);
