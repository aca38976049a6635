using CsCheck;
using Engagement.Contracts;

namespace Engagement.Tests.Volunteers;

/// <summary>Ages on Shanghai days (VH-02).</summary>
public sealed class AgeTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 60_000].Select(days => new DateOnly(1900, 1, 1).AddDays(days));

    [Fact]
    public void Age_OfAnyTwoDays_IsWholeYearsAndGrowsOnTheBirthday() => Gen.Select(Days, Gen.Int[0, 100]).Sample((birth, years) =>
    {
        // 29 February in another year: full on 1 March.
        var birthday = birth is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(birth.Year + years) ? new DateOnly(birth.Year + years, 3, 1) : new DateOnly(birth.Year + years, birth.Month, birth.Day);
        Assert.Equal(years, BirthDay.Age(Number(birth), Number(birthday)));
        Assert.Equal(years - 1, BirthDay.Age(Number(birth), Number(birthday.AddDays(-1))));
    }, iter: 10_000);

    [Theory]
    [InlineData(20180602, AgeBand.Under8), InlineData(20180601, AgeBand.Under14), InlineData(20120602, AgeBand.Under14), InlineData(20120601, AgeBand.Under18)]
    [InlineData(20080602, AgeBand.Under18), InlineData(20080601, AgeBand.Adult)]
    public void Band_OnTheBirthday_IsTheNextOne(int birth, AgeBand band) => Assert.Equal(band, BirthDay.Band(birth, 20260601));

    [Fact]
    public void Band_BornOn29February_IsAdultOn1March()
    {
        Assert.Equal(AgeBand.Under18, BirthDay.Band(20080229, 20260228));
        Assert.Equal(AgeBand.Adult, BirthDay.Band(20080229, 20260301));
        Assert.Equal(AgeBand.Under14, BirthDay.Band(20120229, 20260228));
        Assert.Equal((false, true), (BirthDay.Is(20250229, 20260601), BirthDay.Is(20240229, 20260601)));
    }

    [Theory]
    [InlineData(IdentityLevel.Phone, 20, GuardianConsent.None, true, null)]
    [InlineData(IdentityLevel.WeChat, 20, GuardianConsent.None, false, Outcome.LevelNeeded)]
    [InlineData(IdentityLevel.Phone, null, GuardianConsent.None, false, Outcome.LevelNeeded)]
    [InlineData(IdentityLevel.Phone, 7, GuardianConsent.Given, false, Outcome.TooYoung)]
    [InlineData(IdentityLevel.Phone, 8, GuardianConsent.None, false, Outcome.GuardianNeeded)]
    [InlineData(IdentityLevel.Phone, 17, GuardianConsent.Withdrawn, false, Outcome.GuardianNeeded)]
    [InlineData(IdentityLevel.Phone, 17, GuardianConsent.Given, false, null)]
    [InlineData(IdentityLevel.RealName, 17, GuardianConsent.Given, true, Outcome.TooYoung)]
    public void Gate_ByLevelAgeGuardianAndDanger(IdentityLevel level, int? age, GuardianConsent guardian, bool dangerous, Outcome? expected) =>
        Assert.Equal(expected, new VolunteerCard(level, new(), age, Guardian: guardian).Gate(IdentityLevel.Phone, dangerous));

    private static int Number(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;
}
