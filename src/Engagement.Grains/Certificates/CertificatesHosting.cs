using Engagement.Grains.Participants;
using Engagement.Grains.Stars;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Grains.Certificates;

/// <summary>Registers certificates and stars.</summary>
internal static class CertificatesHosting
{
    public static IServiceCollection AddCertificates(this IServiceCollection services)
    {
        services.AddOptions<StarOptions>().BindConfiguration("Stars").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<StarSettings>();
        services.TryAddSingleton<StarReader>();
        services.TryAddSingleton<CertificateSignature>();
        services.TryAddSingleton<CertificateReader>();
        return services;
    }

    public static ISiloBuilder AddCertificates(this ISiloBuilder silo)
    {
        silo.Services.TryAddSingleton<CertifierReader>();
        silo.Services.TryAddSingleton<CertificateDrafter>();
        silo.Services.TryAddSingleton<StarBook>();
        silo.Services.AddSingleton<IForgetting, CertificateForgetting>();
        return silo;
    }
}
