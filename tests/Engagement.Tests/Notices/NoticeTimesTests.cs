using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Notices;

public sealed class NoticeTimesTests
{
    [Theory]
    [InlineData("21:59", false), InlineData("22:00", true), InlineData("23:30", true), InlineData("00:00", true), InlineData("07:59", true), InlineData("08:00", false)]
    public void IsQuiet_AroundTheNight_HoldsFromTenToEight(string at, bool quiet) => Assert.Equal(quiet, Times().IsQuiet(Day(25, at)));

    [Theory]
    [InlineData("09:13", false, "25 09:13")]
    [InlineData("09:13", true, "25 20:00")]
    [InlineData("20:30", true, "26 08:00")]
    [InlineData("23:00", false, "26 08:00")]
    [InlineData("23:00", true, "26 08:00")]
    [InlineData("03:00", false, "25 08:00")]
    public void Wake_ByTheTimeOfDay_IsNowOrTheNextTurn(string at, bool rests, string due)
    {
        var now = Day(25, at);
        var rest = rests ? Times().Next(now) : default;
        Assert.Equal(Day(int.Parse(due[..2], System.Globalization.CultureInfo.InvariantCulture), due[3..]).ToUnixTimeMilliseconds(), Times().Wake(now.AddSeconds(17), rest));
    }

    [Fact]
    public void Wake_DigestsOnly_NeverAtOnce() =>
        Assert.Equal(Day(25, "20:00").ToUnixTimeMilliseconds(), Times(new() { FirstAtOnce = false }).Wake(Day(25, "09:00"), default));

    [Fact]
    public void TurnOf_EveryMinuteOfADay_IsTheLatestOfTheTimes()
    {
        for (var now = Day(25, "00:00"); now < Day(26, "00:00"); now = now.AddMinutes(1))
        {
            var turn = now < Day(25, "08:00") ? Day(24, "20:00") : now < Day(25, "20:00") ? Day(25, "08:00") : Day(25, "20:00");
            Assert.Equal(turn, Times().TurnOf(now));
            Assert.False(Times().IsQuiet(Times().Next(now)));
        }
    }

    [Fact]
    public void Validate_DigestAtNight_NamesTheKey()
    {
        var problems = new NoticeOptions { DigestAt = [new(23, 0)] }.Validate(new(new object())).ToArray();
        Assert.Equal(nameof(NoticeOptions.DigestAt), Assert.Single(problems).MemberNames.Single());
    }

    [Theory]
    [InlineData("", "thing1", "What"), InlineData("t", "what1", "What"), InlineData("t", "thing", "What"), InlineData("t", "thing1", "Letter")]
    public void Validate_WrongTemplate_IsRefused(string id, string field, string source) =>
        Assert.NotEmpty(new NoticeOptions { Templates = [new() { Id = id, Fields = new() { [field] = source } }] }.Validate(new(new object())));

    private static NoticeTimes Times(NoticeOptions? options = null) => new(Options.Create(options ?? new()));

    private static DateTimeOffset Day(int day, string time) => new(new DateTime(2026, 11, day) + TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan(), ShanghaiDay.Offset);
}
