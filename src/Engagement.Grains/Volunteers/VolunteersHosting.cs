using Engagement.Grains.Participants;
using Engagement.Grains.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Grains.Volunteers;

/// <summary>Registers volunteers and their teams.</summary>
internal static class VolunteersHosting
{
    public static IServiceCollection AddVolunteers(this IServiceCollection services)
    {
        services.TryAddSingleton<VolunteerReader>();
        services.TryAddSingleton<TeamDirectory>();
        return services;
    }

    public static ISiloBuilder AddVolunteers(this ISiloBuilder silo)
    {
        silo.Services.AddHostedService(static services => services.GetRequiredService<TeamDirectory>());
        silo.Services.TryAddSingleton<Organisations>();
        silo.Services.AddSingleton<IForgetting, VolunteerForgetting>();
        return silo;
    }
}
