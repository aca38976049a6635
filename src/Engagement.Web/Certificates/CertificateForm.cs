using Engagement.Contracts;

namespace Engagement.Web.Certificates;

/// <summary>The choice of a certificate, as the page sends it.</summary>
public sealed class CertificateForm
{
    /// <summary>First day, like 2026-01-01.</summary>
    public string? From { get; set; }

    /// <summary>Last day.</summary>
    public string? To { get; set; }

    /// <summary>Organisations.</summary>
    public List<string> Units { get; set; } = [];

    /// <summary>Parts of the identity block.</summary>
    public List<string> Shows { get; set; } = [];

    /// <summary>The same, as it is asked for.</summary>
    internal IssueCertificate Choice => new(CertificateWords.Read(From), CertificateWords.Read(To), [.. Units.Distinct()],
        Shows.Aggregate(CertificateShows.None, (all, one) => Problems.InputRules.IsName<CertificateShows>(one, out var shown) ? all | shown : all));
}
