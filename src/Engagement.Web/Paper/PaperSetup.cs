namespace Engagement.Web.Paper;

/// <summary>What the pages of paper roses need.</summary>
public static class PaperSetup
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddPaper(this IServiceCollection services) => services.AddSingleton<PaperScene>().AddSingleton<CourierFinder>().AddSingleton<PaperSheets>();
}
