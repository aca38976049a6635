using Engagement.Grains.Campaigns;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Activities;

/// <summary>Clock, windows and calendar of attendance.</summary>
public sealed class AttendanceSettings(ActivitySettings activities, WorkingCalendar calendar, IOptions<AttendanceOptions> options)
{
    /// <summary>Windows and limits.</summary>
    public AttendanceOptions Options => options.Value;

    internal AttendanceMoment At(DateTimeOffset now) => new(activities.At(now), options.Value, calendar);
}
