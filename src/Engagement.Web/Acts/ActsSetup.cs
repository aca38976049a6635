namespace Engagement.Web.Acts;

/// <summary>Registers civic acts and their review.</summary>
public static class ActsSetup
{
    public static IServiceCollection AddActs(this IServiceCollection services) =>
        services.AddSingleton<ActDesk>().AddSingleton<ActWords>().AddSingleton<ActShelf>().AddSingleton<ReviewDesk>().AddSingleton<ActExport>();
}
