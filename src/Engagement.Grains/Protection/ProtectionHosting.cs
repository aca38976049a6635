using Engagement.Grains.Participants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Grains.Protection;

/// <summary>Registers good-deed letters.</summary>
internal static class ProtectionHosting
{
    public static IServiceCollection AddProtection(this IServiceCollection services)
    {
        services.TryAddSingleton<SignedLetter>();
        services.TryAddSingleton<ProtectionReader>();
        return services;
    }

    public static ISiloBuilder AddProtection(this ISiloBuilder silo)
    {
        silo.Services.TryAddSingleton<LetterWording>();
        silo.Services.AddSingleton<IForgetting, ProtectionForgetting>();
        return silo;
    }
}
