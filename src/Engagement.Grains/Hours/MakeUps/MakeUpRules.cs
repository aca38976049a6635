using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Hours.MakeUps;

/// <summary>Who approves, as far as a make-up must know.</summary>
/// <param name="By">Who.</param>
/// <param name="Organises">Organiser of its organisation.</param>
/// <param name="Reviews">Reviewer of its district.</param>
/// <param name="InTime">The ten working days after the shift are not over; false also when nobody can tell.</param>
internal readonly record struct ApproverFacts(ParticipantId By, bool Organises, bool Reviews, bool InTime);

/// <summary>The rules of make-up entries: two people and the volunteer, never longer than the shift. Pure and synchronous.</summary>
internal static class MakeUpRules
{
    /// <summary>What a proposal asks for.</summary>
    public static ulong ContentOf(ProposeMakeUp proposal) => Content.Of(
        "propose", proposal.Activity.ToString(), Number(proposal.Shift), proposal.Volunteer.ToString(), Number(proposal.From), Number(proposal.To),
        proposal.Reason.ToString(), proposal.Evidence.ToString());

    /// <summary>The first wrong field; null for none.</summary>
    public static string? Fault(ProposeMakeUp proposal, ServedShift? shift, HourMoment moment) =>
        shift is null || shift.End > moment.Milliseconds ? "activity"
        : proposal.From < shift.Start || proposal.From >= shift.End ? "from"
        : proposal.To > shift.End || new HourSpan(proposal.From, proposal.To).Minutes < 1 ? "to"
        : !Enum.IsDefined(proposal.Reason) || proposal.Reason == MakeUpReason.None ? "reason"
        : !Enum.IsDefined(proposal.Evidence) || proposal.Evidence == MakeUpEvidence.None ? "evidence"
        : null;

    /// <summary>Somebody of the organisation proposes it; nobody proposes their own hours.</summary>
    public static Receipt Propose(MakeUpState makeUp, MakeUpId id, CommandId command, ParticipantId by, ProposeMakeUp proposal, ServedShift shift, bool frozen, HourMoment moment) =>
        HourCommands.Once(makeUp, makeUp.Commands, command, ContentOf(proposal), moment, () =>
        {
            if (by == proposal.Volunteer)
            {
                return new(Outcome.Forbidden);
            }

            if (makeUp.Stage != MakeUpStage.None)
            {
                return new(Outcome.AlreadyDecided);
            }

            if (frozen)
            {
                return new(Outcome.SwitchedOff); // OP-03
            }

            (makeUp.Id, makeUp.Stage, makeUp.Volunteer, makeUp.Shift) = (id, MakeUpStage.Proposed, proposal.Volunteer, shift);
            (makeUp.From, makeUp.To, makeUp.Reason, makeUp.Evidence) = (proposal.From, proposal.To, proposal.Reason, proposal.Evidence);
            (makeUp.ProposedBy, makeUp.ProposedAt) = (by, moment.Milliseconds);
            makeUp.Follow(HourCommands.Audit(moment, "makeup.propose", id.ToString(), by, $"{proposal.Reason} {proposal.Evidence}"));
            return Receipt.Done;
        });

    /// <summary>Somebody else approves or refuses it.</summary>
    public static Receipt Decide(MakeUpState makeUp, CommandId command, ApproverFacts approver, bool approve, HourMoment moment) =>
        HourCommands.Once(makeUp, makeUp.Commands, command, Content.Of("decide", approve ? "1" : "0"), moment, () =>
        {
            if (approver.By == makeUp.ProposedBy || approver.By == makeUp.Volunteer || !approver.Organises && !approver.Reviews)
            {
                return new(Outcome.Forbidden);
            }

            if (makeUp.Stage != MakeUpStage.Proposed)
            {
                return new(Outcome.AlreadyDecided);
            }

            if (approve && !approver.Reviews && !approver.InTime)
            {
                return new(Outcome.Expired);
            }

            (makeUp.DecidedBy, makeUp.DecidedAt) = (approver.By, moment.Milliseconds);
            (makeUp.Stage, makeUp.Until) = approve
                ? (MakeUpStage.Approved, moment.Now.AddDays(moment.Options.ConfirmDays).ToUnixTimeMilliseconds())
                : (MakeUpStage.Refused, 0);
            makeUp.Follow(HourCommands.Audit(moment, approve ? "makeup.approve" : "makeup.refuse", makeUp.Id.ToString(), approver.By, approver.InTime ? "" : "late"));
            return Receipt.Done;
        });

    /// <summary>The volunteer's word: only Confirm sends it to their ledger.</summary>
    public static Receipt Answer(MakeUpState makeUp, CommandId command, ParticipantId by, MakeUpAnswer answer, HourMoment moment) =>
        HourCommands.Once(makeUp, makeUp.Commands, command, Content.Of("answer", answer.ToString()), moment, () =>
        {
            if (by != makeUp.Volunteer)
            {
                return new(Outcome.NotFound);
            }

            if (!Enum.IsDefined(answer) || answer == MakeUpAnswer.None)
            {
                return new(Outcome.Invalid, "answer");
            }

            if (makeUp.Stage != MakeUpStage.Approved)
            {
                return new(makeUp.Stage == MakeUpStage.Expired ? Outcome.Expired : Outcome.AlreadyDecided);
            }

            (makeUp.Answer, makeUp.AnsweredAt, makeUp.Until) = (answer, moment.Milliseconds, 0);
            makeUp.Stage = answer == MakeUpAnswer.Confirm ? MakeUpStage.Confirmed : MakeUpStage.Declined;
            if (answer == MakeUpAnswer.Confirm)
            {
                makeUp.Follow(MakeUpEffects.Message(makeUp.Volunteer, makeUp.Id));
            }

            return Receipt.Done;
        });

    /// <summary>The volunteer never answered: it counts for nothing, once however often it is swept.</summary>
    public static void Expire(MakeUpState makeUp, string entry, HourMoment moment)
    {
        if (makeUp.Stage == MakeUpStage.Approved && moment.Milliseconds >= makeUp.Until && entry == MakeUpEffects.Entry(makeUp.Id))
        {
            HourCommands.Step(makeUp, entry, () => (makeUp.Stage, makeUp.Until) = (MakeUpStage.Expired, 0));
        }
    }

    /// <summary>What was agreed; null for nothing.</summary>
    public static AgreedMakeUp? Agreed(MakeUpState makeUp, ParticipantId volunteer) => makeUp is { Stage: MakeUpStage.Confirmed, Shift: { } shift } && makeUp.Volunteer == volunteer
        ? new(shift, makeUp.From, makeUp.To, makeUp.Evidence, makeUp.ProposedBy, makeUp.DecidedBy, makeUp.ProposedAt)
        : null;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
