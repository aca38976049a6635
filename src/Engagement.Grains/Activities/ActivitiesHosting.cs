using Engagement.Grains.Needs;
using Engagement.Grains.Participants;
using Engagement.Grains.Volunteers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Grains.Activities;

/// <summary>Registers activities and the needs market.</summary>
internal static class ActivitiesHosting
{
    /// <summary>Limits and readers.</summary>
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddOptions<ActivityOptions>().BindConfiguration("Activities").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<ActivitySettings>();
        services.TryAddSingleton<ActivityReader>();
        services.TryAddSingleton<DutyPeople>();
        services.TryAddSingleton<CalendarLinks>();
        services.TryAddSingleton<NeedReader>();
        return services;
    }

    /// <summary>What the silo needs besides.</summary>
    public static ISiloBuilder AddActivities(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<IForgetting, ActivityForgetting>().AddSingleton<IConsentEnded, ActivityForgetting>().AddSingleton<IForgetting, NeedForgetting>();
        return silo;
    }
}
