using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Stars;
using Engagement.Grains.Storage;
using Engagement.Tests.Roses;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Stars;

/// <summary>Stars on the pure rules: they only rise, none comes twice, none without five working days in public.</summary>
public sealed class StarRuleTests
{
    private static CertificateNumber Number(int level) => CertificateNumber.Of(new string((char)('1' + level), CertificateNumber.Length - 1));

    private static readonly WorkingCalendar Calendar = new(Options.Create(new CalendarOptions()));
    private static readonly StarOptions Levels = new();
    private static readonly ParticipantId Me = Person(0);

    [Fact]
    public void Stars_RandomPeopleAndCommands_OnlyRiseAfterFiveWorkingDaysInPublic() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 1_700], Gen.Int[1, 200], static (what, who, flag, hours, later) => (what, who, flag, hours, later)).Array[1, 20].Sample(commands =>
        {
            var (star, model, now, tick) = (new StarState(), new LedgerModel(), new DateTimeOffset(2025, 12, 20, 9, 0, 0, ShanghaiDay.Offset), 0);
            star.Follow(new Birth(StarState.Kind, "", star));
            model.Commit(star);
            foreach (var (what, who, flag, hours, later) in commands)
            {
                var (before, notice) = (star.Awards.ToArray(), star.Application);
                now = now.AddHours(later);
                var (moment, command) = (At(now), new CommandId(Guid.CreateVersion7(now.AddMilliseconds(++tick))));
                var facts = new StarFacts(flag || what > 1 ? IdentityLevel.RealName : IdentityLevel.Phone, hours * 60, now.AddYears(-1), Minor: who == 3, "440703", Held: what == 9 && flag);
                switch (what)
                {
                    case 0 or 1:
                        StarRules.Apply(star, Me, command, new(1 + (hours % 6), flag), facts, Levels, moment);
                        break;
                    case 2 or 3:
                        StarRules.Review(star, command, Person(who), who != 2, who == 3 ? StarRefusal.NotMet : StarRefusal.None, facts, Calendar.After(now, Levels.NoticeDays), Levels, moment);
                        break;
                    case 4:
                        StarRules.Object(star, command, Person(who), StarObjectionReason.TooMany, null, moment);
                        break;
                    case 5:
                        StarRules.Answer(star, command, Person(who), true, 1 + (hours % 3), hours % 4 == 0, moment);
                        break;
                    case 6 when flag:
                        StarRules.Withdraw(star, command, moment);
                        break;
                    case 6:
                        StarRules.Bars.Set(star, Me, command, Person(who), true, 1, StarBarReason.FalseHours, "440703", moment);
                        break;
                    case 7 when flag:
                        StarRules.Bars.Appeal(star, command, moment);
                        break;
                    case 7:
                        StarRules.Bars.Decide(star, command, Person(who), true, hours % 2 == 0, moment);
                        break;
                    default:
                        StarRules.Award(star, StarEffects.AwardEntry(Me), facts, Levels, moment, Number);
                        StarRules.Bars.Over(star, StarEffects.BarEntry(Me), moment);
                        break;
                }

                model.Commit(star);
                Assert.Empty(model.Differences());
                Assert.Equal(before, star.Awards.Take(before.Length)); // what was awarded stays
                Assert.Equal(star.Awards.Select(award => award.Level).Distinct().Order(), star.Awards.Select(award => award.Level));
                foreach (var award in star.Awards.Skip(before.Length))
                {
                    Assert.Equal(StarStage.Notice, notice!.Stage);
                    var passed = Calendar.Passed(DateTimeOffset.FromUnixTimeMilliseconds(notice.NoticeFrom), now.AddDays(-1));
                    Assert.True(passed >= 5, $"{notice.NoticeFrom} {now}: {passed}");
                    Assert.True(award.Minutes >= Levels.All[award.Level - 1].Hours * 60);
                    Assert.NotEqual(Me, notice.ReviewedBy);
                    Assert.DoesNotContain(star.Objections, objection => objection.Answer != false);
                    Assert.Null(star.Bar);
                }

                Assert.False(star.Bar is not null && star.Open is not null);
            }
        }, iter: 10_000);

    [Theory]
    [InlineData("2026-02-13", "2026-02-27")] // Spring Festival: Saturday 14 is worked, 15 to 23 are off, then 24, 25, 26, 27: five with the 14th is the 27th's end
    [InlineData("2026-03-02", "2026-03-09")]
    [InlineData("2026-09-30", "2026-10-13")] // National Day, and Saturday the 10th is worked
    public void Notice_OverAHoliday_EndsAfterFiveWorkingDays(string from, string last)
    {
        var begin = new DateTimeOffset(DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture), ShanghaiDay.Offset).AddHours(10);
        var ends = Calendar.After(begin, Levels.NoticeDays)!.Value;
        Assert.True(Calendar.Passed(begin, ends.AddMinutes(-1)) == 5);
        Assert.True(ends <= new DateTimeOffset(DateTime.Parse(last, System.Globalization.CultureInfo.InvariantCulture), ShanghaiDay.Offset).AddDays(1));
        var star = InNotice(begin, ends);
        StarRules.Award(star, StarEffects.AwardEntry(Me), Facts(100, begin), Levels, At(ends.AddMilliseconds(-1)), Number);
        Assert.Empty(star.Awards);
        StarRules.Award(star, StarEffects.AwardEntry(Me), Facts(100, begin), Levels, At(ends), Number);
        Assert.Equal(1, Assert.Single(star.Awards).Level);
    }

    [Fact]
    public void Review_NoticeWouldEndInAnUnknownYear_IsNotGuessed()
    {
        var now = new DateTimeOffset(2026, 12, 29, 10, 0, 0, ShanghaiDay.Offset);
        var star = Applied(now);
        Assert.Equal(new Receipt(Outcome.Frozen, "calendar"), StarRules.Review(star, Command(now), Person(1), true, StarRefusal.None, Facts(100, now), Calendar.After(now, 5), Levels, At(now)));
        Assert.Equal(StarStage.Applied, star.Application!.Stage);
    }

    [Fact]
    public void Award_HoursAreBeingLookedAt_WaitsADayAtATime_AndTooFewLeft_Declines()
    {
        var now = new DateTimeOffset(2026, 3, 2, 10, 0, 0, ShanghaiDay.Offset);
        var ends = Calendar.After(now, 5)!.Value;
        var star = InNotice(now, ends);
        StarRules.Award(star, StarEffects.AwardEntry(Me), Facts(100, now) with { Held = true }, Levels, At(ends), Number);
        Assert.Equal((StarStage.Notice, ends.AddDays(1).ToUnixTimeMilliseconds()), (star.Application!.Stage, star.Application.Look));
        StarRules.Award(star, StarEffects.AwardEntry(Me), Facts(99, now), Levels, At(ends.AddDays(1)), Number);
        Assert.Equal((StarStage.Refused, StarRefusal.HoursCorrected), (star.Application.Stage, star.Application.Refusal));
        Assert.Empty(star.Awards);
    }

    [Fact]
    public void Reached_OtherCitiesRules_AreData()
    {
        var now = new DateTimeOffset(2026, 3, 2, 10, 0, 0, ShanghaiDay.Offset);
        var longgang = new StarOptions { Levels = [new() { Hours = 100, Months = 6 }, new() { Hours = 300, Months = 12 }, new() { Hours = 600, Months = 12 }] };
        Assert.Equal(0, (Facts(700, now) with { Registered = now.AddMonths(-5) }).Reached(longgang, now));
        Assert.Equal(1, (Facts(700, now) with { Registered = now.AddMonths(-6) }).Reached(longgang, now));
        Assert.Equal(3, (Facts(700, now) with { Registered = now.AddMonths(-12) }).Reached(longgang, now));
        Assert.Equal([1, 2, 3, 4, 5], Levels.All.Select(level => (Facts(0, now) with { Minutes = level.Hours * 60 }).Reached(Levels, now)));
        Assert.Equal(0, (Facts(0, now) with { Minutes = 5_999 }).Reached(Levels, now));
        Assert.NotEmpty(new StarOptions { Levels = [new() { Hours = 100 }, new() { Hours = 100 }] }.Validate(null!));
        Assert.Empty(longgang.Validate(null!));
    }

    private static StarState Applied(DateTimeOffset now)
    {
        var star = new StarState();
        Assert.Equal(Outcome.Done, StarRules.Apply(star, Me, Command(now), new(1, true), Facts(100, now), Levels, At(now)).Outcome);
        return star;
    }

    private static StarState InNotice(DateTimeOffset now, DateTimeOffset ends)
    {
        var star = Applied(now);
        Assert.Equal(Outcome.Done, StarRules.Review(star, Command(now), Person(1), true, StarRefusal.None, Facts(100, now), ends, Levels, At(now)).Outcome);
        return star;
    }

    private static StarFacts Facts(int hours, DateTimeOffset now) => new(IdentityLevel.RealName, hours * 60, now.AddYears(-3), false, null, false);

    private static HourMoment At(DateTimeOffset now) => new(now, now, new());

    private static CommandId Command(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    private static ParticipantId Person(int number) => new(new Guid(number + 1, 7, 7, new byte[8]));
}
