using System.Globalization;

namespace Engagement.Grains.Campaigns;

/// <summary>Calendar days of Shanghai, a fixed +08:00 (no daylight saving since 1991). A day is a number like 20261123.</summary>
public static class ShanghaiDay
{
    /// <summary>Shanghai's offset from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The calendar day of an instant.</summary>
    public static int Of(DateTimeOffset instant) => Number(instant.ToOffset(Offset).Date);

    /// <summary>The Monday of the ISO week that <paramref name="day"/> is in.</summary>
    public static int WeekOf(int day)
    {
        var date = Date(day);
        return Number(date.AddDays(-(((int)date.DayOfWeek + 6) % 7)));
    }

    /// <summary>The instant at which the day after <paramref name="day"/> begins.</summary>
    public static DateTimeOffset End(int day) => new(Date(day).AddDays(1), Offset);

    /// <summary>The calendar date that a day's number stands for.</summary>
    public static DateOnly DateOf(int day) => DateOnly.FromDateTime(Date(day));

    private static int Number(DateTime date) => date.Year * 10_000 + date.Month * 100 + date.Day;

    private static DateTime Date(int day) => DateTime.ParseExact(day.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture);
}
