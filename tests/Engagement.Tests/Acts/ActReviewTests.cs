using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Acts;

/// <summary>Who may decide what about an act, and when (CA-03, CA-04).</summary>
public sealed class ActReviewTests
{
    private static readonly ParticipantId Courier = Person(1), An = Person(2), Bai = Person(3), Helped = Person(4);
    private readonly ActOptions _options = new();
    private DateTimeOffset _now = new(2026, 3, 4, 9, 0, 0, ShanghaiDay.Offset); // a Wednesday
    private int _commands;

    [Fact]
    public void Claim_TwoReviewers_TheSecondGetsItAfterFifteenMinutes()
    {
        var act = Born();
        Assert.Equal(Outcome.Done, ActRules.Claim(act, Reviewer(An), At()));
        Assert.Equal(Outcome.AlreadyClaimed, ActRules.Claim(act, Reviewer(Bai), At()));
        Assert.Equal(Outcome.Done, ActRules.Claim(act, Reviewer(An), At()));
        _now = _now.AddMinutes(15);
        Assert.Equal(Outcome.Done, ActRules.Claim(act, Reviewer(Bai), At()));
        Assert.Equal(Outcome.NotHolder, Decide(act, An, new(ActVerdict.Accept)));
        Assert.Equal(Outcome.Done, Decide(act, Bai, new(ActVerdict.Accept)));
        Assert.Equal(Outcome.AlreadyDecided, ActRules.Claim(act, Reviewer(An), At()));
    }

    [Fact]
    public void Claim_Colleague_OwnAct_OtherDistrict_AreForbidden()
    {
        var act = Born();
        Assert.Equal(Outcome.Forbidden, ActRules.Claim(act, new(An, true, "sf"), At()));
        Assert.Equal(Outcome.Forbidden, ActRules.Claim(act, Reviewer(Courier), At()));
        Assert.Equal(Outcome.Forbidden, ActRules.Claim(act, new(An, false, null), At()));
        Assert.Equal(Outcome.Done, ActRules.Claim(act, new(An, true, "yto"), At()));
    }

    [Fact]
    public void Decide_WithoutAReason_NamesTheField()
    {
        var act = Claimed(An);
        Assert.Equal(new(Outcome.Invalid, "reason"), Decided(act, An, new(ActVerdict.Reject)));
        Assert.Equal(new(Outcome.Invalid, "note"), Decided(act, An, new(ActVerdict.Accept, EvidenceLevel.E3)));
        Assert.Equal(new(Outcome.Invalid, "level"), Decided(act, An, new(ActVerdict.Accept, EvidenceLevel.E1)));
        Assert.Equal(ActReview.Waiting, act.Review);
        Assert.False(act.Scores);
    }

    [Fact]
    public void Propose_E3_NeedsAnotherPairOfEyes()
    {
        var act = Claimed(An);
        Decide(act, An, new(ActVerdict.Accept, EvidenceLevel.E3, Note: "12345-778"));
        Assert.Equal((EvidenceLevel.E2, ActReview.SecondLook), (act.Level, act.Review));
        Assert.Equal(Outcome.Forbidden, ActRules.Claim(act, Reviewer(An), At()));
        Assert.Equal(Outcome.Done, ActRules.Claim(act, Reviewer(Bai), At()));
        Assert.Equal(Outcome.Done, Decide(act, Bai, new(ActVerdict.Accept, EvidenceLevel.E3)));
        Assert.Equal((EvidenceLevel.E3, ActReview.Accepted), (act.Level, act.Review));
    }

    [Fact]
    public void Propose_E3NotAgreed_StaysAtE2()
    {
        var act = Claimed(An);
        Decide(act, An, new(ActVerdict.Accept, EvidenceLevel.E3, Note: "12345-778"));
        ActRules.Claim(act, Reviewer(Bai), At());
        Assert.Equal(Outcome.Done, Decide(act, Bai, new(ActVerdict.Reject, Reason: ActReason.NotSeen)));
        Assert.Equal((EvidenceLevel.E2, ActReview.Accepted, true), (act.Level, act.Review, act.Scores));
    }

    [Fact]
    public void Reject_ConfirmedAct_TakesItsScoreBack_AndAppealGoesToSomebodyElseOnce()
    {
        var act = Born();
        Confirm(act);
        Assert.True(act.Scores);
        ActRules.Claim(act, Reviewer(An), At());
        Decide(act, An, new(ActVerdict.Reject, Reason: ActReason.Duplicate));
        Assert.False(act.Scores);
        _now = _now.AddDays(6);
        Assert.Equal(Outcome.Done, ActRules.Appeal(act, Command(), 0, null, At()));
        Assert.Equal(Outcome.Forbidden, ActRules.Claim(act, Reviewer(An), At()));
        ActRules.Claim(act, Reviewer(Bai), At());
        Decide(act, Bai, new(ActVerdict.Reject, Reason: ActReason.Duplicate));
        Assert.Equal(Outcome.AlreadyDecided, ActRules.Appeal(act, Command(), 0, null, At()));
    }

    [Fact]
    public void Confirm_AskedDuringAppeal_RaisesNothing()
    {
        var act = Claimed(An);
        Decide(act, An, new(ActVerdict.Reject, Reason: ActReason.NotSeen));
        ActRules.Appeal(act, Command(), 0, null, At());
        ActRules.Claim(act, Reviewer(Bai), At());
        Decide(act, Bai, new(ActVerdict.NeedInfo, Reason: ActReason.NotSeen));
        Assert.Equal(Outcome.AlreadyDecided, ActRules.Confirm(act, Command(), 0, Helped, ActEvent.Confirmed, ["w"], At()));
        Assert.Equal((EvidenceLevel.E0, false), (act.Level, act.Scores));
    }

    [Fact]
    public void Appeal_AfterSevenDays_IsTooLate()
    {
        var act = Claimed(An);
        Decide(act, An, new(ActVerdict.Reject, Reason: ActReason.NotSeen));
        _now = _now.AddDays(7);
        Assert.Equal(Outcome.Expired, ActRules.Appeal(act, Command(), 0, null, At()));
    }

    [Fact]
    public void NeedInfo_Supplied_ComesBackWithANewDeadline()
    {
        var act = Claimed(An);
        Decide(act, An, new(ActVerdict.NeedInfo, Reason: ActReason.NotSeen));
        Assert.False(act.IsWaiting);
        Assert.Equal(Outcome.AlreadyDecided, ActRules.Claim(act, Reviewer(Bai), At()));
        _now = _now.AddDays(1);
        ActRules.Supply(act, Command(), 0, new(Place: "440704"), null, At());
        Assert.Equal((ActReview.Waiting, "440704", ActReason.None), (act.Review, act.District, act.Reason));
        Assert.Equal(At().ReviewDue, act.Due);
    }

    [Fact]
    public void Undo_WithinTenMinutes_IsAsBefore_AndOnlyOnce()
    {
        var act = Claimed(An);
        Decide(act, An, new(ActVerdict.Accept));
        Assert.Equal(Outcome.Forbidden, ActRules.Undo(act, Command(), Bai, At()));
        Assert.Equal(Outcome.Done, ActRules.Undo(act, Command(), An, At()));
        Assert.Equal((ActReview.Waiting, EvidenceLevel.E0, An), (act.Review, act.Level, act.Reviewer));
        Decide(act, An, new(ActVerdict.Accept));
        _now = _now.AddMinutes(10);
        Assert.Equal(Outcome.Expired, ActRules.Undo(act, Command(), An, At()));
    }

    [Fact]
    public void Undo_WhileTheSecondReviewerLooks_WaitsForThem()
    {
        var act = Claimed(An);
        Decide(act, An, new(ActVerdict.Accept, EvidenceLevel.E3, Note: "12345-778"));
        ActRules.Claim(act, Reviewer(Bai), At());
        Assert.Equal(Outcome.AlreadyClaimed, ActRules.Undo(act, Command(), An, At()));
        Assert.Equal((EvidenceLevel.E2, Bai), (act.Level, act.Reviewer));
        ActRules.Release(act, Bai);
        Assert.Equal(Outcome.Done, ActRules.Undo(act, Command(), An, At()));
    }

    [Fact]
    public void Supply_OnlyALine_KeepsThePhoto()
    {
        var act = ActRules.Born(new(Guid.NewGuid()), Courier, "sf", "440703", new("help-person", new(Photo: "hash")), null, 0, At().Milliseconds, At(), out _);
        ActRules.Supply(act, Command(), 0, new(Note: "还有一句"), [1], At());
        Assert.Equal("hash", act.Photo);
        Assert.DoesNotContain(act.Effects.OfType<Engagement.Grains.Storage.Index>(), effect => ((string)effect.Member!).StartsWith("photodrop", StringComparison.Ordinal));
    }

    [Fact]
    public void Decide_CourierIsToldOnceItCantBeTakenBack()
    {
        var act = Claimed(An);
        ActRules.Decide(act, Command(), 0, Reviewer(An), new(ActVerdict.Accept), null, At(), wake: At().Milliseconds);
        var told = Assert.Single(act.Effects.OfType<Engagement.Grains.Storage.Index>(), effect => effect.Member.ToString().StartsWith("notice:", StringComparison.Ordinal));
        Assert.InRange(told.Score, _now.AddMinutes(_options.UndoMinutes - 1).ToUnixTimeMilliseconds() + 1, _now.AddMinutes(_options.UndoMinutes).ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Erase_LinesOfReviewersAndCourier_AreGone()
    {
        var act = Claimed(An);
        ActRules.Decide(act, Command(), 0, Reviewer(An), new(ActVerdict.Reject, Reason: ActReason.NotSeen, Note: "看不清"), [1], At());
        ActRules.Appeal(act, Command(), 0, [2], At());
        Assert.Equal(2, act.Steps.Count(step => step.Note is not null));
        ActRules.Erase(act);
        Assert.All(act.Steps, step => Assert.Null(step.Note));
    }

    [Fact]
    public void Undo_AfterTheCourierActed_IsTooLate()
    {
        var act = Claimed(An);
        Decide(act, An, new(ActVerdict.Reject, Reason: ActReason.NotSeen));
        ActRules.Appeal(act, Command(), 0, null, At());
        Assert.Equal(Outcome.Expired, ActRules.Undo(act, Command(), An, At()));
    }

    [Fact]
    public void Lower_ToWhatHoldsLess_AndToNothing()
    {
        var act = Claimed(An);
        Decide(act, An, new(ActVerdict.Accept));
        Assert.Equal(new(Outcome.Invalid, "level"), Decided(act, Bai, new(ActVerdict.Lower, EvidenceLevel.E1, ActReason.Refuted)));
        Assert.Equal(Outcome.Done, Decide(act, Bai, new(ActVerdict.Lower, EvidenceLevel.E0, ActReason.Refuted)));
        Assert.Equal((ActReview.Rejected, false), (act.Review, act.Scores));
        Assert.Equal([ActEvent.Logged, ActEvent.Accepted, ActEvent.Rejected], act.Steps.Select(step => step.Event));
    }

    [Fact]
    public void Decide_SameCommandTwice_DecidesOnce()
    {
        var act = Claimed(An);
        var command = Command();
        Assert.Equal(Outcome.Done, ActRules.Decide(act, command, 7, Reviewer(An), new(ActVerdict.Accept), null, At()).Outcome);
        Assert.Equal(Outcome.Done, ActRules.Decide(act, command, 7, Reviewer(An), new(ActVerdict.Accept), null, At()).Outcome);
        Assert.Equal(Outcome.CommandReused, ActRules.Decide(act, command, 8, Reviewer(An), new(ActVerdict.Reject, Reason: ActReason.Duty), null, At()).Outcome);
        Assert.Single(act.Steps, step => step.Event == ActEvent.Accepted);
    }

    private CivicActState Claimed(ParticipantId by)
    {
        var act = Born();
        Assert.Equal(Outcome.Done, ActRules.Claim(act, Reviewer(by), At()));
        return act;
    }

    private CivicActState Born() => ActRules.Born(new(Guid.NewGuid()), Courier, "sf", "440703", new("help-person", new()), null, 0, At().Milliseconds, At(), out _);

    private void Confirm(CivicActState act) => Assert.Equal(Outcome.Done, ActRules.Confirm(act, Command(), 0, Helped, ActEvent.Confirmed, [], At()));

    private Outcome Decide(CivicActState act, ParticipantId by, ActDecision decision) => Decided(act, by, decision).Outcome;

    private Receipt Decided(CivicActState act, ParticipantId by, ActDecision decision) => ActRules.Decide(act, Command(), 0, Reviewer(by), decision, null, At());

    private CommandId Command() => new(Guid.CreateVersion7(_now.AddMilliseconds(++_commands)));

    private ActMoment At() => new(_now, _now, new CampaignOptions(), _options, new WorkingCalendar(Options.Create(new CalendarOptions())).AfterWeekdays(_now, 3).ToUnixTimeMilliseconds());

    private static ReviewerFacts Reviewer(ParticipantId by) => new(by, true, null);

    private static ParticipantId Person(int i) => new(new Guid(i, 0, 0, new byte[8]));
}
