using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Hours.Corrections;

/// <summary>What a request is about.</summary>
/// <param name="Organisation">Organisation that must check.</param>
/// <param name="District">District's code; null for none.</param>
/// <param name="Title">Service content.</param>
/// <param name="Activity">Activity; none for an imported entry.</param>
internal readonly record struct CorrectionSubject(string Organisation, string? District, string Title, ActivityId Activity);

/// <summary>The rules of correction requests. Pure and synchronous.</summary>
internal static class CorrectionRules
{
    /// <summary>The volunteer asks: the clock of the organisation begins.</summary>
    public static Receipt Ask(
        HourCorrectionState correction, CorrectionId id, CommandId command, ParticipantId by, AskCorrection ask, CorrectionSubject about, byte[]? note, long due, HourMoment moment) =>
        HourCommands.Once(correction, correction.Commands, command, Content.Of("ask", ask.Entry.ToString(), ask.Activity.ToString(), ask.Fault.ToString(), ask.Note), moment, () =>
        {
            if (correction.Stage != CorrectionStage.None)
            {
                return new(Outcome.AlreadyDecided);
            }

            (correction.Id, correction.Stage, correction.Volunteer, correction.Entry, correction.Activity) = (id, CorrectionStage.Open, by, ask.Entry, about.Activity);
            (correction.Organisation, correction.District, correction.Title) = (about.Organisation, about.District, about.Title);
            (correction.Fault, correction.Note, correction.AskedAt, correction.Due) = (ask.Fault, note, moment.Milliseconds, due);
            return Receipt.Done;
        });

    /// <summary>The organisation decides, or the reviewer to whom it was escalated. An offset travels to the volunteer's ledger as a message.</summary>
    public static Receipt Decide(HourCorrectionState correction, CommandId command, ParticipantId by, bool organises, bool reviews, DecideCorrection decision, HourMoment moment) =>
        HourCommands.Once(
            correction, correction.Commands, command,
            Content.Of("decide", decision.Stage.ToString(), decision.Minutes.ToString(CultureInfo.InvariantCulture), decision.Reason.ToString()), moment, () =>
            {
                if (by == correction.Volunteer || !organises && !reviews)
                {
                    return new(Outcome.Forbidden);
                }

                if (!correction.IsWaiting)
                {
                    return new(Outcome.AlreadyDecided);
                }

                if (correction.Stage == CorrectionStage.Escalated && (!reviews || by == correction.DecidedBy))
                {
                    return new(Outcome.Frozen); // another pair of eyes
                }

                (correction.Stage, correction.Decision, correction.DecidedBy, correction.DecidedAt) = (decision.Stage, decision, by, moment.Milliseconds);
                if (decision.Stage == CorrectionStage.Fixed)
                {
                    correction.Follow(CorrectionEffects.Message(correction.Volunteer, correction.Id));
                }

                correction.Follow(HourCommands.Audit(moment, "correction." + decision.Stage.ToString().ToLowerInvariant(), correction.Id.ToString(), by, $"{decision.Minutes} {decision.Reason}"));
                return Receipt.Done;
            });

    /// <summary>The volunteer does not agree with a refusal: another pair of eyes decides, once.</summary>
    public static Receipt Escalate(HourCorrectionState correction, CommandId command, ParticipantId by, HourMoment moment) =>
        HourCommands.Once(correction, correction.Commands, command, Content.Of("escalate"), moment, () =>
        {
            if (by != correction.Volunteer)
            {
                return new(Outcome.NotFound);
            }

            if (correction.Stage != CorrectionStage.Refused || correction.WasEscalated)
            {
                return new(Outcome.AlreadyDecided);
            }

            Raise(correction, moment);
            return Receipt.Done;
        });

    /// <summary>The organisation did not answer in time, once however often it is swept.</summary>
    public static void Late(HourCorrectionState correction, string entry, HourMoment moment)
    {
        if (correction.Stage == CorrectionStage.Open && moment.Milliseconds >= correction.Due && entry == CorrectionEffects.Entry(correction.Id))
        {
            HourCommands.Step(correction, entry, () => Raise(correction, moment));
        }
    }

    /// <summary>The account was closed: the words go, and nobody is asked any more.</summary>
    public static void Erase(HourCorrectionState correction)
    {
        var before = correction.Derived().ToArray();
        correction.Note = null;
        correction.Stage = correction.IsWaiting ? CorrectionStage.Refused : correction.Stage;
        correction.Follow([.. Acts.ActEffects.Between(before, [.. correction.Derived()])]);
    }

    private static void Raise(HourCorrectionState correction, HourMoment moment)
    {
        (correction.Stage, correction.WasEscalated) = (CorrectionStage.Escalated, true);
        correction.Follow(HourCommands.Audit(moment, "correction.escalate", correction.Id.ToString(), default, ""));
    }
}
