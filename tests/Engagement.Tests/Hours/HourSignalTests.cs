using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.Cases;

namespace Engagement.Tests.Hours;

/// <summary>Each signal with a case that fires and one that must not.</summary>
public sealed class HourSignalTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 4, 0, 0, 0, ShanghaiDay.Offset);
    private static readonly HourOptions Options = new();
    private static readonly ParticipantId An = new(new Guid(1, 0, 0, new byte[8])), Bai = new(new Guid(2, 0, 0, new byte[8]));

    [Theory]
    [InlineData(720, false)] // twelve hours to the minute
    [InlineData(721, true)]
    public void LongDay_MoreThanTwelveHoursAttempted(int minutes, bool fires)
    {
        var book = new HourBook([Entry(0, 400)]);
        Assert.Equal(fires, Has(HourSignals.Of(Draft(420, minutes - 400), book, Options), HoursSignal.LongDay));
    }

    [Fact]
    public void LongDay_TwoShortDays_DoNotFire() =>
        Assert.False(Has(HourSignals.Of(Draft(1_000, 800), new HourBook([]), Options), HoursSignal.LongDay)); // 440 before midnight, 360 after it

    [Theory]
    [InlineData(540, "440785", true)] // at the same time in another district
    [InlineData(540, "440703", false)] // in the same one: held, and no question of places
    [InlineData(600, "440785", false)] // after it
    [InlineData(540, null, false)] // nobody knows where
    public void TwoPlaces_AtOnce(int start, string? district, bool fires) => Assert.Equal(
        fires, Has(HourSignals.Of(Draft(start, 60, district), new HourBook([Entry(540, 60)]), Options), HoursSignal.TwoPlaces));

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    public void SameSeconds_Fifty(int entries, bool fires)
    {
        var (@in, @out) = (At(540), At(660));
        var seconds = Enumerable.Repeat(HourEffects.Seconds(@in, @out), entries).Concat(Enumerable.Range(1, 500).Select(i => HourEffects.Seconds(@in + i / 100 * 1_000, @out + i * 1_000)));
        Assert.Equal(fires, Has(HourSignals.OfActivity(0, [At(660)], seconds, Options), HoursSignal.SameSeconds));
    }

    [Fact]
    public void Seconds_OfOneStampedeWithDifferentWaysOut_AreDifferent() =>
        Assert.Equal(500, Enumerable.Range(0, 500).Select(i => HourEffects.Seconds(At(540) + i, At(660) + i * 1_000L)).Distinct().Count());

    [Theory]
    [InlineData(661, true)]
    [InlineData(659, false)]
    public void LateCreated_AfterTheEndOfAShift(int created, bool fires) =>
        Assert.Equal(fires, Has(HourSignals.OfActivity(At(created), [At(660)], [], Options), HoursSignal.LateCreated));

    [Theory]
    [InlineData(8_000, 2_000, false)] // 20 % to the minute
    [InlineData(7_990, 2_010, true)]
    [InlineData(0, 2_999, false)] // too few minutes to say anything
    public void MakeUpShare_MoreThanTwentyPercent(long credit, long honour, bool fires) =>
        Assert.Equal(fires, Has(HourSignals.OfOrganisation(credit, honour, [], 202603, Options), HoursSignal.MakeUpShare));

    [Theory]
    [InlineData(3_000, false)] // 30 % to the minute
    [InlineData(3_001, true)]
    public void OneAdmin_MoreThanThirtyPercent(long minutes, bool fires)
    {
        var met = HourSignals.OfOrganisation(10_000, 0, [new(An, minutes), new(Bai, 2_000)], 202603, Options).ToArray();
        Assert.Equal(fires, Has(met, HoursSignal.OneAdmin));
        Assert.DoesNotContain(met, one => one.EnteredBy == Bai);
    }

    [Theory]
    [InlineData(20, 2, 0, true)]
    [InlineData(19, 2, 0, false)]
    [InlineData(20, 14, 0, false)] // in the afternoon
    [InlineData(20, 2, 10, false)] // all night long: no burst
    public void NightBurst_TwentyWithinAnHour(int entries, int hour, int minutesApart, bool fires) => Assert.Equal(fires, Has(
        HourSignals.OfNights(Enumerable.Range(0, entries).Select(i => (An, Day.AddHours(hour).AddSeconds(i).AddMinutes(i * minutesApart).ToUnixTimeMilliseconds())), Options),
        HoursSignal.NightBurst));

    [Fact]
    public void NightBurst_OfManyPeople_DoesNotFire() => Assert.False(Has(
        HourSignals.OfNights(Enumerable.Range(0, 40).Select(i => (new ParticipantId(new Guid(i + 1, 0, 0, new byte[8])), Day.AddHours(1).AddSeconds(i).ToUnixTimeMilliseconds())), Options),
        HoursSignal.NightBurst));

    private static bool Has(IEnumerable<MetSignal> met, HoursSignal signal) => met.Any(one => one.Signal == signal);

    private static HourDraft Draft(int start, int minutes, string? district = "440703") => new(
        new(new Guid(start + 100, 1, 0, new byte[8])), EntryKind.Attended, HourClass.Credit, "team", default, 1, "help", "class", district,
        new(At(start), At(start + minutes), At(start), At(start + minutes)));

    private static ServiceRecord Entry(int start, int minutes) => new(
        new(new Guid(start + 7_000, 1, 0, new byte[8])), An, 1, HourClass.Credit, minutes, "team", default, "help", "class", "440703", At(start), At(start + minutes), 0, default, false, "")
    {
        Kind = EntryKind.Attended, Counted = [new(At(start), At(start + minutes))],
    };

    private static long At(int minute) => Day.AddMinutes(minute).ToUnixTimeMilliseconds();
}
