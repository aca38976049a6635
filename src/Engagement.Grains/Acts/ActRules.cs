using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Engagement.Grains.Photos;
using Engagement.Grains.Protection;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Acts;

/// <summary>The rules of one act: pure and synchronous. Each either refuses and changes nothing, or changes the record and adds what follows from it.</summary>
internal static partial class ActRules
{
    /// <summary>An act as it comes into the world: the courier's own word, in the queue.</summary>
    public static CivicActState Born(CivicActId id, ParticipantId courier, string? company, string? district, LogAct log, byte[]? note, ulong content, long at, ActMoment moment,
        out Effect[] effects)
    {
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(at);
        var act = new CivicActState
        {
            Id = id, Courier = courier, Company = company, What = log.Kind, Content = content, At = at, Day = ShanghaiDay.Of(instant),
            LoggedAt = moment.Milliseconds, District = district, Note = note,
        };
        Show(act, log.Details.Photo);
        Place(act, log.Details.Place);
        Wait(act, ActReview.Waiting, moment);
        act.Steps.Add(new(moment.Milliseconds, ActEvent.Logged, courier, EvidenceLevel.E0));
        Effect[] kept = [.. act.Effects];
        act.Settle(kept.Length); // a record that is born has no commit of its own
        effects = [.. kept, .. act.Derived()];
        return act;
    }

    /// <summary>Whoever was helped says so. The witnesses are born with it, so none attests twice.</summary>
    public static Outcome Confirm(CivicActState act, CommandId command, ulong content, ParticipantId by, ActEvent how, IReadOnlyList<string> witnesses, ActMoment moment, long wake = 0) =>
        Once(act, command, content, moment, () =>
        {
            if (act.Review is ActReview.Withdrawn)
            {
                return Outcome.Withdrawn;
            }

            // What a reviewer turned down only another reviewer raises, also while they wait for an answer.
            if (act.Confirmed || act.Review is ActReview.Rejected or ActReview.Appealed || act.Review == ActReview.NeedInfo && act.WasAppealed)
            {
                return Outcome.AlreadyDecided;
            }

            if (moment.Control.FreezesCompany(act.Company))
            {
                return Outcome.SwitchedOff; // it waits
            }

            act.Confirmed = true;
            act.Level = act.Level < EvidenceLevel.E1 ? EvidenceLevel.E1 : act.Level;
            foreach (var witness in witnesses)
            {
                act.Follow(new Birth(ActWitness.Kind, witness, new ActWitness { Act = act.Id }));
            }

            Step(act, how, by, moment);
            act.Follow([.. NoticeEffects.Wake(act.Courier, wake)]);
            return Outcome.Done;
        });

    /// <summary>The courier tells more. What was asked for brings the act back into the queue.</summary>
    public static Outcome Supply(CivicActState act, CommandId command, ulong content, ActDetails details, byte[]? note, ActMoment moment) =>
        Once(act, command, content, moment, () =>
        {
            if (act.Review is not (ActReview.Waiting or ActReview.NeedInfo or ActReview.Appealed))
            {
                return act.Review == ActReview.Withdrawn ? Outcome.Withdrawn : Outcome.AlreadyDecided;
            }

            Place(act, details.Place);
            Show(act, details.Photo ?? act.Photo);
            act.Note = note ?? act.Note;
            if (act.Review == ActReview.NeedInfo)
            {
                act.Reason = ActReason.None;
                Wait(act, act.WasAppealed ? ActReview.Appealed : ActReview.Waiting, moment);
            }

            Step(act, ActEvent.Supplied, act.Courier, moment);
            return Outcome.Done;
        });

    /// <summary>The courier takes it back.</summary>
    public static Outcome Withdraw(CivicActState act, CommandId command, ActMoment moment) => Once(act, command, Content.Of("withdraw"), moment, () =>
    {
        if (act.Review != ActReview.Withdrawn)
        {
            (act.Review, act.Level, act.Due, act.Overdue, act.Reviewer, act.LockedUntil) = (ActReview.Withdrawn, EvidenceLevel.E0, 0, false, default, 0);
            Show(act, null); // what they take back nobody needs
            act.Note = null;
            Step(act, ActEvent.Withdrawn, act.Courier, moment);
        }

        return Outcome.Done;
    });

    /// <summary>The courier does not want to see it in lists that bear their name, or does again.</summary>
    public static Outcome Hide(CivicActState act, CommandId command, bool hidden, ActMoment moment) => Once(act, command, Content.Of("hide", hidden ? "1" : "0"), moment, () =>
    {
        act.Hidden = hidden;
        return Outcome.Done;
    });

    /// <summary>Another reviewer is asked, once.</summary>
    public static Outcome Appeal(CivicActState act, CommandId command, ulong content, byte[]? note, ActMoment moment) => Once(act, command, content, moment, () =>
    {
        if (act.Review != ActReview.Rejected || act.WasAppealed)
        {
            return Outcome.AlreadyDecided;
        }

        if (moment.Milliseconds >= act.DecidedAt + (long)TimeSpan.FromDays(moment.Options.AppealDays).TotalMilliseconds)
        {
            return Outcome.Expired;
        }

        act.WasAppealed = true;
        Wait(act, ActReview.Appealed, moment);
        Step(act, ActEvent.Appealed, act.Courier, moment, note: note);
        return Outcome.Done;
    });

    /// <summary>The account was closed: nothing that the courier told stays, and nobody is asked about it any more.</summary>
    public static void Erase(CivicActState act)
    {
        var before = act.Derived().ToArray();
        if (act.IsWaiting || act.Review == ActReview.NeedInfo)
        {
            act.Review = act.Level == EvidenceLevel.E0 ? ActReview.Withdrawn : ActReview.Accepted;
        }

        Show(act, null);
        (act.Note, act.Before, act.Community, act.Due, act.Overdue, act.Reviewer, act.LockedUntil) = (null, null, null, 0, false, default, 0);
        act.Steps = [.. act.Steps.Select(step => step with { Note = null })];
        act.Follow([.. ActEffects.Between(before, [.. act.Derived()])]);
    }

    /// <summary>The review is late: it is escalated, once however often it is swept.</summary>
    public static void Escalate(CivicActState act, ActMoment moment)
    {
        var entry = ActEffects.Entry(act.Id);
        if (!act.IsWaiting || act.Overdue || moment.Milliseconds < act.Due || act.IsTaking(RoseEffects.Agenda, entry))
        {
            return;
        }

        act.Overdue = true;
        Step(act, ActEvent.Escalated, default, moment);
        act.Follow(
            new Take(RoseEffects.Agenda, entry), new Index(ActEffects.Overdue, ActEffects.Member(act.Id), act.WaitsSince),
            new Append("audit", AuditEntry.Of(moment.Now, "act.overdue", act.Id.ToString(), default, "")));
    }

    // Every command of an act: known ones answer as before, and what changed follows from what the record stood for.
    private static Outcome Once(CivicActState act, CommandId command, ulong content, ActMoment moment, Func<Outcome> rule)
    {
        if (act.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (act.Commands.MayHaveDropped(command))
        {
            return Outcome.TooOld;
        }

        var before = act.Derived().ToArray();
        var vouched = act.Level >= EvidenceLevel.E2;
        var outcome = rule();
        if (outcome == Outcome.Done)
        {
            if (act.Scores && !act.Scored)
            {
                (act.Scored, act.ScoredDay, act.ScoredSecond) = (true, ShanghaiDay.Of(moment.Now), moment.Campaign.SecondOf(moment.Now));
            }

            act.Follow([.. ActEffects.Between(before, [.. act.Derived()])]);
            act.Commands.Keep(command, content, 0, moment.Real);
            if (vouched != act.Level >= EvidenceLevel.E2)
            {
                act.Follow(ProtectionEffects.Look(act.Id, command)); // its letter is issued, or revoked
            }
        }

        return outcome;
    }

    // The photo's own record hears of it in the same commit.
    private static void Show(CivicActState act, string? photo)
    {
        if (act.Photo == photo)
        {
            return;
        }

        if (act.Photo is { } before)
        {
            act.Follow(PhotoEffects.Drop(before, act.Courier, ActEffects.Use(act)));
        }

        (act.Photo, act.Photos) = (photo, photo is null ? act.Photos : act.Photos + 1);
        if (photo is not null)
        {
            act.Follow(PhotoEffects.Keep(photo, act.Courier, ActEffects.Use(act)));
        }
    }

    private static void Wait(CivicActState act, ActReview review, ActMoment moment) =>
        (act.Review, act.WaitsSince, act.Due, act.Overdue) = (review, moment.Milliseconds, moment.ReviewDue, false);

    private static void Step(CivicActState act, ActEvent what, ParticipantId by, ActMoment moment, ActReason reason = ActReason.None, byte[]? note = null)
    {
        act.Before = null; // something happened since the last decision
        act.Steps.Add(new(moment.Milliseconds, what, by, act.Level, reason, note));
        if (act.Steps.Count > CivicActState.StepsKept)
        {
            act.Steps.RemoveAt(1); // the first says when it was logged
        }
    }

    // A town's code begins with its district's.
    private static void Place(CivicActState act, string? place)
    {
        if (place is { Length: >= DistrictDigits })
        {
            (act.District, act.Community) = (place[..DistrictDigits], place.Length > DistrictDigits ? place : null);
        }
    }

    /// <summary>Digits of a district's code.</summary>
    public const int DistrictDigits = 6;
}
