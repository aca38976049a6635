using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Grains.Couriers;
using Engagement.Grains.Roses;

namespace Engagement.Tests.Control;

/// <summary>One unit that is frozen (OP-03): nothing new counts for it, what its people do waits, and other units go on.</summary>
public sealed class UnitRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, ShanghaiDay.Offset);
    private static readonly ParticipantId Boss = Person(1), Courier = Person(2), Helped = Person(3);
    private int _commands;

    [Fact]
    public void Freeze_OneUnit_IsUndoneByItselfAndLeavesOthers()
    {
        var state = new ControlState();
        Freeze(state, ControlUnit.Company("sf"));
        Freeze(state, ControlUnit.Organisation("sf"));
        var now = new ControlNow(state);
        Assert.Equal((true, true, false, false), (now.FreezesCompany("sf"), now.FreezesOrganisation("sf"), now.FreezesCompany("yto"), now.FreezesCompany(null)));
        Assert.Equal(Outcome.Done, ControlRules.Undo(state, Next(), Boss, 1, Start, Start).Outcome); // the other unit's change is later and no matter
        Assert.Equal((false, true), (now.FreezesCompany("sf"), now.FreezesOrganisation("sf")));
        Assert.Equal(3, state.Effects.Count);
    }

    [Fact]
    public void Attribute_FrozenUnits_AreLeftOutAndPlacesStay()
    {
        var state = new ControlState();
        var units = new Units("440703", "440703001", "school", "sf");
        Assert.Equal(new Attribution("440703", "440703001", "school", "sf"), new ControlNow(state).Attribute(units));
        Freeze(state, ControlUnit.Company("sf"));
        Assert.Equal(new Attribution("440703", "440703001", "school"), new ControlNow(state).Attribute(units));
        Freeze(state, ControlUnit.Organisation("school"));
        Assert.Equal(new Attribution("440703", "440703001"), new ControlNow(state).Attribute(units));
    }

    [Theory, InlineData("sf", Outcome.SwitchedOff), InlineData("yto", Outcome.Done), InlineData(null, Outcome.Done)]
    public void Act_OfACourierWhoseCompanyIsFrozen_IsLoggedAndWaits(string? company, Outcome outcome)
    {
        var courier = new CourierState { Id = Courier, Active = true, Company = company, Since = 1 };
        var command = Next();
        Assert.Equal(Outcome.Done, CourierRules.Log(courier, new(command.Value), command, new("helmet", new()), "440703", null, 1, Frozen()).Outcome);
        var act = Born(company);
        Assert.Equal(outcome, ActRules.Confirm(act, Next(), 0, Helped, ActEvent.Confirmed, [], Frozen()));
        Assert.Equal(outcome, ActRules.Claim(act, new(Boss, true, null), Frozen()));
        Assert.Equal(outcome == Outcome.Done, act.Scores);
    }

    [Fact]
    public void Act_ClaimedBeforeItsCompanyWasFrozen_IsDecidedLater()
    {
        var act = Born("sf");
        ActRules.Claim(act, new(Boss, true, null), At());
        Assert.Equal(Outcome.SwitchedOff, ActRules.Decide(act, Next(), 0, new(Boss, true, null), new(ActVerdict.Accept), null, Frozen()).Outcome);
        Assert.Equal((ActReview.Waiting, EvidenceLevel.E0), (act.Review, act.Level));
        Assert.Equal(Outcome.Done, ActRules.Decide(act, Next(), 0, new(Boss, true, null), new(ActVerdict.Accept), null, At()).Outcome);
        // What is wrong can be lowered all the same: nothing new counts by that.
        Assert.Equal(Outcome.Done, ActRules.Decide(act, Next(), 0, new(Boss, true, null), new(ActVerdict.Lower, EvidenceLevel.E0, ActReason.Refuted), null, Frozen()).Outcome);
    }

    private CivicActState Born(string? company) => ActRules.Born(new(Guid.NewGuid()), Courier, company, "440703", new("helmet", new()), null, 0, At().Milliseconds, At(), out _);

    private ActMoment Frozen()
    {
        var state = new ControlState();
        Freeze(state, ControlUnit.Company("sf"));
        return At() with { Control = new(state) };
    }

    private static ActMoment At() => new(Start, Start, new(), new(), Start.AddDays(3).ToUnixTimeMilliseconds());

    private void Freeze(ControlState state, string unit) => Assert.Equal(Outcome.Done, ControlRules.Freeze(state, Next(), Boss, unit, true, "why", Start, Start).Outcome);

    private CommandId Next() => new(Guid.CreateVersion7(Start.AddTicks(++_commands * 10_000L)));

    private static ParticipantId Person(int i) => new(new Guid(i, 0, 0, new byte[8]));
}
