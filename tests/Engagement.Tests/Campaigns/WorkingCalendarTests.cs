using System.Globalization;
using CsCheck;
using Engagement.Grains.Campaigns;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Campaigns;

/// <summary>Working days as the State Council published them: weekends that are worked, holidays that are not, and years that nobody knows yet.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = new(Options.Create(new CalendarOptions()));

    [Theory]
    [InlineData("2026-03-04", 3, "2026-03-10")] // Wednesday: Thursday, Friday, Monday
    [InlineData("2026-03-06", 3, "2026-03-12")] // Friday: Monday, Tuesday, Wednesday
    [InlineData("2026-03-07", 3, "2026-03-12")] // Saturday: the same
    [InlineData("2026-04-30", 3, "2026-05-09")] // Labour Day is off until the 5th: 6, 7, 8
    [InlineData("2026-04-30", 4, "2026-05-10")] // and Saturday the 9th is worked
    [InlineData("2026-02-13", 10, "2026-03-06")] // Spring Festival: Saturdays 14 and 28 are worked, 15 to 23 are off
    [InlineData("2025-01-24", 10, "2025-02-14")] // Spring Festival 2025: Sunday 26 January and Saturday 8 February are worked
    [InlineData("2026-09-30", 10, "2026-10-21")] // National Day: off until the 7th, Saturday the 10th is worked
    [InlineData("2025-12-29", 10, "2026-01-14")] // over the year's end: off from the 1st to the 3rd, Sunday the 4th is worked
    public void After_KnownYears_IsTheEndOfTheLastWorkingDay(string from, int days, string until) =>
        Assert.Equal(Midnight(until), Calendar.After(Midnight(from).AddHours(15), days));

    [Fact]
    public void After_IntoAnUnknownYear_SaysSo()
    {
        Assert.Null(Calendar.After(Midnight("2026-12-25"), 10));
        Assert.Null(Calendar.Works(new(2027, 1, 4)));
        Assert.Null(Calendar.Passed(Midnight("2026-12-25"), Midnight("2027-01-04")));
        Assert.NotNull(Calendar.After(Midnight("2026-12-17"), 10)); // ends on 31 December
    }

    [Fact]
    public void AfterWeekdays_IntoAnUnknownYear_CountsMondayToFriday() =>
        Assert.Equal(Midnight("2027-01-06"), Calendar.AfterWeekdays(Midnight("2026-12-31").AddHours(9), 3));

    [Fact]
    public void Passed_AnyDays_IsTheInverseOfAfter() =>
        Gen.Select(Gen.Int[0, 8000], Gen.Int[1, 30]).Sample((day, days) =>
        {
            var from = Midnight("2004-01-01").AddDays(day).AddHours(day % 24);
            if (Calendar.After(from, days) is { } end)
            {
                Assert.Equal(days, Calendar.Passed(from, end.AddSeconds(-1)));
                Assert.True(Calendar.Passed(from, end.AddDays(-1).AddSeconds(-1)) < days);
            }
        }, iter: 10_000);

    [Fact]
    public void File_Missing_IsNamed() =>
        Assert.Contains("Calendar:File", Assert.Throws<OptionsValidationException>(() => new WorkingCalendar(Options.Create(new CalendarOptions { File = "/nowhere/holidays.json" }))).Message);

    private static DateTimeOffset Midnight(string day) => new(DateTime.Parse(day, CultureInfo.InvariantCulture), ShanghaiDay.Offset);
}
