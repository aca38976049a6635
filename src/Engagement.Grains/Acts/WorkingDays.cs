using Engagement.Grains.Campaigns;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Acts;

/// <summary>The working days of the reviewers' calendar, in Shanghai. Pure.</summary>
public sealed class WorkingDays(IOptions<ActOptions> options)
{
    /// <summary>The end of the <paramref name="days"/>-th working day after the day of <paramref name="from"/>.</summary>
    public DateTimeOffset After(DateTimeOffset from, int days)
    {
        var day = DateOnly.FromDateTime(from.ToOffset(ShanghaiDay.Offset).Date);
        for (var left = days; left > 0; left -= Works(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), ShanghaiDay.Offset);
    }

    private bool Works(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        ? options.Value.WorkedWeekends.Contains(day)
        : !options.Value.Holidays.Contains(day);
}
