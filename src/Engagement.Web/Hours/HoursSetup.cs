namespace Engagement.Web.Hours;

/// <summary>Registers the pages of hours.</summary>
public static class HoursSetup
{
    public static IServiceCollection AddHours(this IServiceCollection services) =>
        services.AddSingleton<HourWords>().AddSingleton<HourShelf>().AddSingleton<HourClock>().AddSingleton<HourLedgerFile>().AddSingleton<HoursDesk>();
}
