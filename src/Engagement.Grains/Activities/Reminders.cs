using Engagement.Grains.Campaigns;

namespace Engagement.Grains.Activities;

/// <summary>When people are reminded of a shift: in the evening of the day before. Pure.</summary>
internal static class Reminders
{
    /// <summary>Unix milliseconds of the reminder for a shift that begins at <paramref name="start"/>.</summary>
    public static long At(long start, ActivityOptions options)
    {
        var day = DateTimeOffset.FromUnixTimeMilliseconds(start).ToOffset(ShanghaiDay.Offset).Date;
        return new DateTimeOffset(day.AddDays(-1).AddHours(options.RemindHour), ShanghaiDay.Offset).ToUnixTimeMilliseconds();
    }
}
