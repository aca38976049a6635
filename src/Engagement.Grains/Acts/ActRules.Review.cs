using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Acts;

/// <summary>Who reviews, as far as the act must know.</summary>
/// <param name="By">Who.</param>
/// <param name="May">Reviewer of the act's district.</param>
/// <param name="Company">Their company; null for none.</param>
internal readonly record struct ReviewerFacts(ParticipantId By, bool May, string? Company);

internal static partial class ActRules
{
    /// <summary>Takes it out of the queue for a while; again prolongs.</summary>
    public static Outcome Claim(CivicActState act, ReviewerFacts reviewer, ActMoment moment)
    {
        if (Bars(act, reviewer))
        {
            return Outcome.Forbidden;
        }

        if (!act.IsWaiting)
        {
            return Outcome.AlreadyDecided;
        }

        if (act.Review != ActReview.Waiting && act.DecidedBy == reviewer.By)
        {
            return Outcome.Forbidden; // another pair of eyes
        }

        if (moment.Control.FreezesCompany(act.Company))
        {
            return Outcome.SwitchedOff; // it waits
        }

        if (!act.Reviewer.IsNone && act.Reviewer != reviewer.By && moment.Milliseconds < act.LockedUntil)
        {
            return Outcome.AlreadyClaimed;
        }

        Lock(act, reviewer.By, moment);
        act.Touch();
        return Outcome.Done;
    }

    /// <summary>Puts it back undecided.</summary>
    public static void Release(CivicActState act, ParticipantId by)
    {
        if (act.Reviewer == by)
        {
            (act.Reviewer, act.LockedUntil) = (default, 0);
            act.Touch();
        }
    }

    /// <summary>A reviewer's decision, audited.</summary>
    public static Receipt Decide(CivicActState act, CommandId command, ulong content, ReviewerFacts reviewer, ActDecision decision, byte[]? note, ActMoment moment, long wake = 0)
    {
        string? field = null;
        var outcome = Once(act, command, content, moment, () =>
        {
            if (Bars(act, reviewer))
            {
                return Outcome.Forbidden;
            }

            var refusal = decision.Verdict == ActVerdict.Lower ? MayLower(act, decision) : MayDecide(act, reviewer, decision, moment);
            field = refusal.Field;
            if (refusal.Outcome == Outcome.Done)
            {
                var before = new ActBefore(act.Level, act.Review, act.Reason, act.Due, act.Overdue, act.DecidedBy, act.DecidedAt, act.WaitsSince, act.WaitedWeek);
                Waited(act, decision, moment);
                Settle(act, reviewer.By, decision, note, moment);
                act.Before = before;

                // Nobody hears of a decision while it may still be taken back.
                var settled = moment.Milliseconds + (long)TimeSpan.FromMinutes(moment.Options.UndoMinutes).TotalMilliseconds;
                act.Follow([.. NoticeEffects.Wake(act.Courier, wake == 0 ? 0 : Math.Max(wake, settled / 60_000 * 60_000))]);
            }

            return refusal.Outcome;
        });
        return new(outcome, field);
    }

    /// <summary>Takes one's own latest decision back.</summary>
    public static Outcome Undo(CivicActState act, CommandId command, ParticipantId by, ActMoment moment) => Once(act, command, Content.Of("undo"), moment, () =>
    {
        if (act.DecidedBy != by)
        {
            return Outcome.Forbidden;
        }

        if (!act.Reviewer.IsNone)
        {
            return Outcome.AlreadyClaimed; // the second reviewer looks at it now
        }

        if (act.Before is not { } before || moment.Milliseconds >= act.DecidedAt + (long)TimeSpan.FromMinutes(moment.Options.UndoMinutes).TotalMilliseconds)
        {
            return Outcome.Expired;
        }

        (act.Level, act.Review, act.Reason, act.Due, act.Overdue, act.DecidedBy, act.DecidedAt, act.WaitsSince) =
            (before.Level, before.Review, before.Reason, before.Due, before.Overdue, before.DecidedBy, before.DecidedAt, before.WaitsSince);
        if (before.WaitedWeek == 0)
        {
            (act.WaitedWeek, act.WaitedHours) = (0, 0); // it was the first decision, and is none
        }

        if (act.IsWaiting)
        {
            Lock(act, by, moment);
        }

        Step(act, ActEvent.Undone, by, moment);
        Audit(act, "act.undo", by, "", moment);
        return Outcome.Done;
    });

    // Neither the courier nor a colleague; a reviewer of another district is no reviewer here.
    private static bool Bars(CivicActState act, ReviewerFacts reviewer) =>
        !reviewer.May || reviewer.By == act.Courier || act.Company is not null && act.Company == reviewer.Company;

    private static Receipt MayDecide(CivicActState act, ReviewerFacts reviewer, ActDecision decision, ActMoment moment) =>
        !act.IsWaiting ? new(Outcome.AlreadyDecided)
        : moment.Control.FreezesCompany(act.Company) ? new(Outcome.SwitchedOff)
        : act.Reviewer != reviewer.By ? new(Outcome.NotHolder)
        : decision.Verdict == ActVerdict.Accept && decision.Level is not (EvidenceLevel.E2 or EvidenceLevel.E3) ? new(Outcome.Invalid, "level")
        : decision.Verdict == ActVerdict.Accept && decision.Level == EvidenceLevel.E3 && act.Review != ActReview.SecondLook && decision.Note is null ? new(Outcome.Invalid, "note")
        : decision.Verdict != ActVerdict.Accept && decision.Reason == ActReason.None ? new(Outcome.Invalid, "reason")
        : decision.Verdict == ActVerdict.NeedInfo && act.Review == ActReview.SecondLook ? new(Outcome.Invalid, "verdict")
        : Receipt.Done;

    private static Receipt MayLower(CivicActState act, ActDecision decision) =>
        act.Review != ActReview.Accepted ? new(Outcome.AlreadyDecided)
        : decision.Level >= act.Level || decision.Level == EvidenceLevel.E1 && !act.Confirmed ? new(Outcome.Invalid, "level")
        : decision.Reason == ActReason.None ? new(Outcome.Invalid, "reason")
        : Receipt.Done;

    // How long couriers wait is published: the first decision about an act says it, whatever it is.
    private static void Waited(CivicActState act, ActDecision decision, ActMoment moment)
    {
        if (act.WaitedWeek == 0 && decision.Verdict != ActVerdict.Lower)
        {
            var hours = (int)Math.Ceiling((moment.Milliseconds - act.WaitsSince) / 3_600_000d);
            (act.WaitedWeek, act.WaitedHours) = (ShanghaiDay.WeekOf(ShanghaiDay.Of(moment.Now)), Math.Clamp(hours, 1, CivicActState.MostHours));
        }
    }

    private static void Settle(CivicActState act, ParticipantId by, ActDecision decision, byte[]? note, ActMoment moment)
    {
        var second = act.Review == ActReview.SecondLook;
        (act.Reviewer, act.LockedUntil, act.Due, act.Overdue, act.Reason) = (default, 0, 0, false, decision.Reason);
        (act.DecidedBy, act.DecidedAt) = (by, moment.Milliseconds);
        ActEvent what;
        switch (decision.Verdict)
        {
            case ActVerdict.Accept when second && decision.Level == EvidenceLevel.E3:
                (act.Level, act.Review, what) = (EvidenceLevel.E3, ActReview.Accepted, ActEvent.Accepted);
                break;
            case ActVerdict.Accept or ActVerdict.Reject when second:
                (act.Review, act.Reason, what) = (ActReview.Accepted, ActReason.None, ActEvent.NotRaised); // what the first reviewer accepted stays
                break;
            case ActVerdict.Accept when decision.Level == EvidenceLevel.E3:
                act.Level = EvidenceLevel.E2;
                Wait(act, ActReview.SecondLook, moment);
                what = ActEvent.Proposed;
                break;
            case ActVerdict.Accept:
                (act.Level, act.Review, what) = (EvidenceLevel.E2, ActReview.Accepted, ActEvent.Accepted);
                break;
            case ActVerdict.NeedInfo:
                (act.Review, what) = (ActReview.NeedInfo, ActEvent.Asked);
                break;
            case ActVerdict.Lower when decision.Level > EvidenceLevel.E0:
                (act.Level, what) = (decision.Level, ActEvent.Lowered);
                break;
            default:
                (act.Level, act.Review, what) = (EvidenceLevel.E0, ActReview.Rejected, ActEvent.Rejected);
                break;
        }

        Step(act, what, by, moment, decision.Reason, note);
        Audit(act, "act." + decision.Verdict.ToString().ToLowerInvariant(), by, $"{decision.Level} {decision.Reason}", moment);
    }

    private static void Lock(CivicActState act, ParticipantId by, ActMoment moment) =>
        (act.Reviewer, act.LockedUntil) = (by, moment.Milliseconds + (long)TimeSpan.FromMinutes(moment.Options.LockMinutes).TotalMilliseconds);

    private static void Audit(CivicActState act, string what, ParticipantId by, string reason, ActMoment moment) =>
        act.Follow(new Append("audit", AuditEntry.Of(moment.Now, what, act.Id.ToString(), by, reason)));
}
