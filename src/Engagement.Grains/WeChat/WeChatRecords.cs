using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Grains.WeChat;

/// <summary>Registers what reads the service account's records and scenes.</summary>
internal static class WeChatRecords
{
    public static IServiceCollection AddWeChatRecords(this IServiceCollection services)
    {
        services.TryAddSingleton<FollowerReader>();
        services.TryAddSingleton<RoseScenes>();
        services.TryAddSingleton<BouquetScenes>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISceneKind, RoseScenes>(static services => services.GetRequiredService<RoseScenes>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISceneKind, BouquetScenes>(static services => services.GetRequiredService<BouquetScenes>()));
        services.TryAddSingleton<SceneBook>();
        return services;
    }
}
