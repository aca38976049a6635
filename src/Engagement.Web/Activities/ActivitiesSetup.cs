namespace Engagement.Web.Activities;

/// <summary>Registers the pages of activities.</summary>
public static class ActivitiesSetup
{
    public static IServiceCollection AddActivityPages(this IServiceCollection services) =>
        services.AddSingleton<ActivityBook>().AddSingleton<ActivityDesk>().AddSingleton<ScheduleBook>();
}
