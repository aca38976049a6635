using Engagement.Grains.Filings;
using Engagement.Grains.Participants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Grains.Imports;

/// <summary>Registers uploads of hours.</summary>
internal static class ImportsHosting
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration("Imports").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<VolunteerLookup>();
        services.TryAddSingleton<HourRowReader>();
        services.TryAddSingleton<HourImportReader>();
        services.TryAddSingleton<FilingReader>();
        return services;
    }

    public static ISiloBuilder AddImports(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<IForgetting, ImportForgetting>();
        return silo;
    }
}
