namespace Engagement.Web.Needs;

/// <summary>Registers the pages of the needs market.</summary>
public static class NeedsSetup
{
    public static IServiceCollection AddNeedPages(this IServiceCollection services) => services.AddSingleton<NeedBook>();
}
