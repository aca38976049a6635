namespace Engagement.Web.Attendance;

/// <summary>Registers check-in, check-out and settlement.</summary>
public static class AttendanceSetup
{
    public static IServiceCollection AddAttendance(this IServiceCollection services) =>
        services.AddSingleton<AttendanceDesk>().AddSingleton<BoardPasses>().AddSingleton<LeaderPasses>();
}
