using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;

namespace Engagement.Tests.Acts;

/// <summary>How long couriers wait for a reviewer, as it is published (CA-04).</summary>
public sealed class ActWaitsTests
{
    private static readonly ParticipantId Courier = Person(1), An = Person(2), Bai = Person(3);
    private DateTimeOffset _now = new(2026, 3, 4, 9, 0, 0, ShanghaiDay.Offset); // a Wednesday
    private int _commands;

    [Fact]
    public void Of_FourWeeks_IsTheMedianOfTheseAndNoOlderOnes()
    {
        (string, long)[] fields = [("20260302:5", 7), ("20260209:9", 3), ("20260216:30", 10), ("20260202:1", 500), ("20260302:100", 0)];
        Assert.Equal(new(20, 9), ActWaits.Of(fields, 20260304, least: 20)); // 7 within 5 hours, 10 within 9: half of them
        Assert.Equal(new(21, 30), ActWaits.Of([.. fields, ("20260223:200", 1L)], 20260304, least: 20));
        Assert.Equal(20260302, ShanghaiDay.WeekOf(20260304));
    }

    [Fact]
    public void Of_FewDecisions_SaysNothing()
    {
        Assert.Equal(new(19, null), ActWaits.Of([("20260302:5", 19)], 20260304, least: 20));
        Assert.Equal(new(0, null), ActWaits.Of([], 20260304, least: 20));
    }

    [Theory, InlineData(0, 1), InlineData(60, 1), InlineData(61, 2), InlineData(60 * 24 * 30, 240)]
    public void Decide_First_CountsTheHoursItWaitedOnce(int minutes, int hours)
    {
        var act = Born();
        _now = _now.AddMinutes(minutes);
        Decide(act, An, ActVerdict.NeedInfo);
        Assert.Equal((ShanghaiDay.WeekOf(ShanghaiDay.Of(_now)), hours), (act.WaitedWeek, act.WaitedHours));
        ActRules.Supply(act, Next(), 0, new(Place: "440704"), null, At());
        _now = _now.AddDays(2);
        Decide(act, Bai, ActVerdict.Accept);
        Assert.Equal(hours, act.WaitedHours); // the first answer is what was waited for
        Assert.Single(act.Derived().OfType<Count>(), count => count.Counter == ActEffects.Waits);
    }

    [Fact]
    public void Undo_OfTheFirstDecision_CountsNothing_OfALaterOneTheFirst()
    {
        var act = Born();
        Decide(act, An, ActVerdict.Accept);
        Assert.Equal(Outcome.Done, ActRules.Undo(act, Next(), An, At()));
        Assert.Equal((0, 0), (act.WaitedWeek, act.WaitedHours));
        Decide(act, An, ActVerdict.NeedInfo);
        ActRules.Supply(act, Next(), 0, new(Place: "440704"), null, At());
        _now = _now.AddHours(5);
        Decide(act, An, ActVerdict.Accept);
        Assert.Equal(Outcome.Done, ActRules.Undo(act, Next(), An, At()));
        Assert.Equal(1, act.WaitedHours);
    }

    private void Decide(CivicActState act, ParticipantId by, ActVerdict verdict)
    {
        Assert.Equal(Outcome.Done, ActRules.Claim(act, new(by, true, null), At()));
        var reason = verdict == ActVerdict.Accept ? ActReason.None : ActReason.NotSeen;
        Assert.Equal(Outcome.Done, ActRules.Decide(act, Next(), 0, new(by, true, null), new(verdict, Reason: reason), null, At()).Outcome);
    }

    private CivicActState Born() => ActRules.Born(new(Guid.NewGuid()), Courier, "sf", "440703", new("helmet", new()), null, 0, At().Milliseconds, At(), out _);

    private ActMoment At() => new(_now, _now, new CampaignOptions(), new ActOptions(), _now.AddDays(3).ToUnixTimeMilliseconds());

    private CommandId Next() => new(Guid.CreateVersion7(_now.AddMilliseconds(++_commands)));

    private static ParticipantId Person(int i) => new(new Guid(i, 0, 0, new byte[8]));
}
