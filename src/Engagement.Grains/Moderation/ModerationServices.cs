using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Grains.Moderation;

/// <summary>Registers the moderator.</summary>
public static class ModerationServices
{
    /// <summary>Adds the local word list as <see cref="IMessageModerator"/>, unless the host brought its own.</summary>
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.TryAddSingleton<IMessageModerator, WordListModerator>();
        return services;
    }
}
