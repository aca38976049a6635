using Engagement.WeChat.Emulator.Answers;

namespace Engagement.WeChat.Emulator.Calls;

/// <summary>What has been used of one call's quota.</summary>
internal sealed class QuotaUse
{
    /// <summary>The Beijing day counted.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Calls in it.</summary>
    public long InDay { get; set; }

    /// <summary>The minute counted, since 1970.</summary>
    public long Minute { get; set; }

    /// <summary>Calls in it.</summary>
    public long InMinute { get; set; }

    /// <summary>Uses one call, or says which quota is used up.</summary>
    public ApiError? Take(long perDay, long perMinute, DateTimeOffset now)
    {
        var (day, minute) = (BeijingDay(now), now.ToUnixTimeSeconds() / 60);
        (InDay, Day) = (Day == day ? InDay : 0, day);
        (InMinute, Minute) = (Minute == minute ? InMinute : 0, minute);
        if (InDay >= perDay || InMinute >= perMinute)
        {
            return InDay >= perDay ? ApiError.DailyQuota : ApiError.MinuteQuota;
        }

        InDay++;
        InMinute++;
        return null;
    }

    /// <summary>The day by which WeChat counts.</summary>
    public static DateOnly BeijingDay(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
