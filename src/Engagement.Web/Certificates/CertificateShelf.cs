using Engagement.Contracts;
using Engagement.Grains.Certificates;
using Engagement.Grains.Storage;
using Engagement.Web.Roses;

namespace Engagement.Web.Certificates;

/// <summary>Certificates for pages: found by number and code, opened, with their links.</summary>
public sealed class CertificateShelf(CertificateReader certificates, CellKeys keys, Links links)
{
    /// <summary>The certificate that a number and its code open. Unknown, wrong and locked look the same; the code is looked at before the store.</summary>
    public async Task<CertificateState?> Find(string? number, string? code) =>
        CertificateNumber.TryParse(number, out var known) && keys.IsCertificateCode(known, code) ? await certificates.Read(known) : null;

    /// <summary>A link that its holder made; null when it is unknown, wrong, over or ended.</summary>
    public async Task<(CertificateState Certificate, CertificateShare Share)?> Find(string? number, int share, string? secret, DateTimeOffset now) =>
        CertificateNumber.TryParse(number, out var known) && keys.IsShareSecret(known, share, secret) && await certificates.Read(known) is { } certificate
            && certificate.Shares.Find(one => one.Number == share) is { } found && found.Until > now.ToUnixTimeMilliseconds() ? (certificate, found) : null;

    /// <summary>As its holder sees it; null when anything in it is not as it was signed.</summary>
    public async Task<CertificateView?> View(CertificateState certificate)
    {
        var (leaves, name, id) = await certificates.Open(certificate);
        if (leaves.Count == 0)
        {
            return null;
        }

        var (standing, since) = await certificates.Standing(certificate);
        return new(certificate.Number, certificate.Snapshot!, name, id, standing, DateTimeOffset.FromUnixTimeMilliseconds(since), certificate.Fault,
            keys.CertificateCode(certificate.Number), Link(certificate.Number));
    }

    /// <summary>Several; what does not hold is left out.</summary>
    public async Task<IReadOnlyList<CertificateView>> Views(IReadOnlyList<CertificateState> page) => [.. (await Task.WhenAll(page.Select(View))).OfType<CertificateView>()];

    /// <summary>What a link shows, as everybody may check it; null when anything in the certificate is not as it was signed.</summary>
    public async Task<SharedCertificate?> Part(CertificateState certificate, CertificateShare share)
    {
        var (leaves, _, _) = await certificates.Open(certificate);
        if (leaves.Count == 0)
        {
            return null;
        }

        var (standing, since) = await certificates.Standing(certificate);
        return new(CertificateSignature.Present(certificate.Signed, leaves.Where(leaf => share.Shows(leaf, certificate.Snapshot!))),
            standing, DateTimeOffset.FromUnixTimeMilliseconds(since), certificate.Fault);
    }

    /// <summary>Where whoever was handed a certificate checks it.</summary>
    public string Link(CertificateNumber number) => links.Address + Way(number);

    /// <summary>The same, within the site.</summary>
    public string Way(CertificateNumber number) => $"/verify/{number}?k={keys.CertificateCode(number)}";

    /// <summary>Where a link leads.</summary>
    public string Link(CertificateNumber number, int share) => links.Address + Way(number, share);

    /// <summary>The same, within the site.</summary>
    public string Way(CertificateNumber number, int share) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/verify/{number}/{share}?k={keys.ShareSecret(number, share)}");
}

/// <summary>A part of a certificate.</summary>
/// <param name="Proof">The signature and the parts, as SD-JWT libraries read them.</param>
/// <param name="Standing">What the certificate is worth now.</param>
/// <param name="Since">Since when.</param>
/// <param name="Fault">Why it was revoked.</param>
public sealed record SharedCertificate(string Proof, CertificateStanding Standing, DateTimeOffset Since, CertificateFault Fault);
