namespace Engagement.Web.Photos;

/// <summary>Registers photos.</summary>
public static class PhotosSetup
{
    public static IServiceCollection AddPhotos(this IServiceCollection services) => services.AddSingleton<PhotoAddress>().AddSingleton<PhotoIntake>();
}
