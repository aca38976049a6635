using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Hours.Corrections;
using Engagement.Grains.Hours.MakeUps;
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
        services.TryAddSingleton<ShiftReader>();
        services.TryAddSingleton<MakeUpReader>();
        services.TryAddSingleton<CorrectionReader>();
        services.TryAddSingleton<HoursCaseReader>();
        return services;
    }
}
