using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Grains.Photos;

/// <summary>Registers photos.</summary>
internal static class PhotosHosting
{
    public static IServiceCollection AddPhotos(this IServiceCollection services)
    {
        services.AddOptions<PhotoOptions>().BindConfiguration("Photos").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IPhotoStore, FolderPhotoStore>();
        services.TryAddSingleton<PhotoReader>();
        return services;
    }
}
