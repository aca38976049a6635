using Engagement.Web.Stars;

namespace Engagement.Web.Certificates;

/// <summary>Registers the pages of certificates and stars.</summary>
public static class CertificatesSetup
{
    public static IServiceCollection AddCertificatePages(this IServiceCollection services) => services.AddSingleton<CertificateShelf>().AddSingleton<CertificatePrinter>().AddSingleton<CertificateExport>()
        .AddSingleton<StarCertificates>().AddSingleton<StarPrinter>();
}
