namespace Engagement.Web.Protection;

/// <summary>Registers good-deed letters.</summary>
public static class ProtectionSetup
{
    public static IServiceCollection AddDeeds(this IServiceCollection services) =>
        services.AddSingleton<DeedShelf>().AddSingleton<SignedPdf>().AddSingleton<DeedPrinter>().AddSingleton<EvidenceExport>();
}
