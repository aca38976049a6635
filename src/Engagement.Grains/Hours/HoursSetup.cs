using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Grains.Hours;

/// <summary>Registers hours.</summary>
internal static class HoursSetup
{
    public static IServiceCollection AddHours(this IServiceCollection services)
    {
        services.AddOptions<HourOptions>().BindConfiguration("Hours").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<HourSettings>();
        services.TryAddSingleton<HourReader>();
        return services;
    }
}
