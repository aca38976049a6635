using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.MakeUps;
using Engagement.Grains.Storage;
using Engagement.Tests.Roses;

namespace Engagement.Tests.Hours;

/// <summary>Make-up entries on the pure rules: two people and the volunteer, never longer than the shift, never silently.</summary>
public sealed class MakeUpRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 9, 0, 0, ShanghaiDay.Offset);
    private static readonly ServedShift Shift = new(
        new(new Guid(9, 0, 0, new byte[8])), 1, "team", "help", "class", "440703", Start.ToUnixTimeMilliseconds(), Start.AddHours(3).ToUnixTimeMilliseconds());

    [Fact]
    public void MakeUp_RandomPeopleAndCommands_IsAgreedOnlyByTwoPeopleAndTheVolunteer() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Bool, Gen.Int[-30, 210], Gen.Int[-30, 210], static (what, who, flag, from, to) => (what, who, flag, from, to)).Array[1, 12].Sample(commands =>
        {
            var (makeUp, model, tick) = (new MakeUpState(), new LedgerModel(), 0);
            makeUp.Follow(new Birth("makeup", "", makeUp));
            model.Commit(makeUp);
            foreach (var (what, who, flag, from, to) in commands)
            {
                var moment = Moment(++tick * (what == 4 ? 4_000 : 10));
                var command = new CommandId(Guid.CreateVersion7(Start.AddSeconds(tick)));
                switch (what)
                {
                    case 0 or 1:
                        var proposal = new ProposeMakeUp(Shift.Activity, 1, Person(1), Shift.Start + from * 60_000L, Shift.Start + to * 60_000L, MakeUpReason.ForgotIn, MakeUpEvidence.Photos);
                        if (MakeUpRules.Fault(proposal, Shift, moment) is null)
                        {
                            MakeUpRules.Propose(makeUp, new(new Guid(8, 0, 0, new byte[8])), command, Person(who), proposal, Shift, false, moment);
                        }

                        break;
                    case 2:
                        MakeUpRules.Decide(makeUp, command, new(Person(who), who != 3, who == 2, flag), from > 0, moment);
                        break;
                    case 3:
                        MakeUpRules.Answer(makeUp, command, Person(who), flag ? MakeUpAnswer.Confirm : MakeUpAnswer.NotThere, moment);
                        break;
                    default:
                        MakeUpRules.Expire(makeUp, MakeUpEffects.Entry(makeUp.Id), moment);
                        break;
                }

                model.Commit(makeUp);
                Assert.Empty(model.Differences());
                if (MakeUpRules.Agreed(makeUp, makeUp.Volunteer) is { } agreed)
                {
                    Assert.Equal(3, new HashSet<ParticipantId> { agreed.ProposedBy, agreed.ApprovedBy, makeUp.Volunteer }.Count);
                    Assert.InRange(agreed.To - agreed.From, 60_000, Shift.End - Shift.Start);
                    Assert.True(agreed.From >= Shift.Start && agreed.To <= Shift.End);
                    Assert.Equal(MakeUpAnswer.Confirm, makeUp.Answer);
                    Assert.Single(model.Waiting, message => message.Entry == $"hours:{makeUp.Volunteer}:makeup:{makeUp.Id}");
                }
                else
                {
                    Assert.Empty(model.Waiting);
                }
            }
        }, iter: 10_000);

    [Theory]
    [InlineData(true, false, true, Outcome.Done)] // another organiser, in time
    [InlineData(true, false, false, Outcome.Expired)] // too late, or nobody can tell
    [InlineData(false, true, false, Outcome.Done)] // a reviewer at any time
    [InlineData(false, false, true, Outcome.Forbidden)]
    public void Decide_ByWhom_AsTheLawHasIt(bool organises, bool reviews, bool inTime, Outcome outcome) =>
        Assert.Equal(outcome, MakeUpRules.Decide(Proposed(), Command(2), new(Person(2), organises, reviews, inTime), true, Moment(0)).Outcome);

    [Fact]
    public void Decide_ProposerOrVolunteer_NeverApproves()
    {
        Assert.Equal(Outcome.Forbidden, MakeUpRules.Decide(Proposed(), Command(2), new(Person(0), true, true, true), true, Moment(0)).Outcome);
        Assert.Equal(Outcome.Forbidden, MakeUpRules.Decide(Proposed(), Command(2), new(Person(1), true, true, true), true, Moment(0)).Outcome);
    }

    [Fact]
    public void Answer_Declined_CountsNothing()
    {
        var makeUp = Proposed();
        MakeUpRules.Decide(makeUp, Command(2), new(Person(2), true, false, true), true, Moment(0));
        Assert.Equal(Outcome.NotFound, MakeUpRules.Answer(makeUp, Command(3), Person(2), MakeUpAnswer.Confirm, Moment(0)).Outcome);
        Assert.Equal(Outcome.Done, MakeUpRules.Answer(makeUp, Command(4), Person(1), MakeUpAnswer.NotThere, Moment(0)).Outcome);
        Assert.Null(MakeUpRules.Agreed(makeUp, Person(1)));
        Assert.Equal(Outcome.AlreadyDecided, MakeUpRules.Answer(makeUp, Command(5), Person(1), MakeUpAnswer.Confirm, Moment(0)).Outcome);
    }

    [Theory]
    [InlineData(0, 180, null)]
    [InlineData(-1, 180, "from")]
    [InlineData(0, 181, "to")]
    [InlineData(60, 60, "to")]
    [InlineData(180, 180, "from")]
    public void Fault_OutsideTheShift_NamesTheField(int from, int to, string? field) => Assert.Equal(field, MakeUpRules.Fault(
        new(Shift.Activity, 1, Person(1), Shift.Start + from * 60_000L, Shift.Start + to * 60_000L, MakeUpReason.ForgotIn, MakeUpEvidence.Photos), Shift, Moment(0)));

    [Fact]
    public void Fault_BeforeTheShiftIsOver_IsTheActivity() => Assert.Equal("activity", MakeUpRules.Fault(
        new(Shift.Activity, 1, Person(1), Shift.Start, Shift.End, MakeUpReason.ForgotIn, MakeUpEvidence.Photos), Shift with { End = Moment(1).Milliseconds }, Moment(0)));

    [Fact]
    public void Propose_OfAFrozenOrganisation_IsRefusedAndKeepsNothing()
    {
        var (makeUp, command) = (new MakeUpState(), new CommandId(Guid.CreateVersion7(Moment(0).Now)));
        ProposeMakeUp proposal = new(Shift.Activity, 1, Person(1), Shift.Start, Shift.End, MakeUpReason.ForgotIn, MakeUpEvidence.Photos);
        Assert.Equal(Outcome.SwitchedOff, MakeUpRules.Propose(makeUp, new(new Guid(8, 0, 0, new byte[8])), command, Person(0), proposal, Shift, true, Moment(0)).Outcome);
        Assert.Equal((MakeUpStage.None, 0), (makeUp.Stage, makeUp.Effects.Count));
        Assert.Equal(Outcome.Done, MakeUpRules.Propose(makeUp, new(new Guid(8, 0, 0, new byte[8])), command, Person(0), proposal, Shift, false, Moment(0)).Outcome);
        Assert.Equal(Outcome.Done, MakeUpRules.Propose(makeUp, new(new Guid(8, 0, 0, new byte[8])), command, Person(0), proposal, Shift, true, Moment(0)).Outcome); // known
    }

    private static MakeUpState Proposed()
    {
        var makeUp = new MakeUpState();
        MakeUpRules.Propose(makeUp, new(new Guid(8, 0, 0, new byte[8])), Command(1), Person(0),
            new(Shift.Activity, 1, Person(1), Shift.Start, Shift.End, MakeUpReason.ForgotIn, MakeUpEvidence.Photos), Shift, false, Moment(0));
        return makeUp;
    }

    private static HourMoment Moment(int minutes) => new(Start.AddHours(5).AddMinutes(minutes), Start, new());

    private static CommandId Command(int i) => new(Guid.CreateVersion7(Start.AddMilliseconds(i)));

    private static ParticipantId Person(int i) => new(new Guid(i + 1, 0, 0, new byte[8]));
}
