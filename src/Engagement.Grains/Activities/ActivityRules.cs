using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

/// <summary>The life of one activity: pure and synchronous. Each rule either refuses and changes nothing, or changes the record and adds what follows from it.</summary>
internal static partial class ActivityRules
{
    /// <summary>An organiser writes the draft, or changes what is published.</summary>
    /// <param name="activity">The record.</param>
    /// <param name="id">Its id, for the first time.</param>
    /// <param name="command">The organiser's key.</param>
    /// <param name="by">Who.</param>
    /// <param name="organisation">Whose activity.</param>
    /// <param name="draft">Sound: <see cref="ActivityInput.Faults"/> found nothing.</param>
    /// <param name="sealing">The private details, sealed.</param>
    /// <param name="moment">Now.</param>
    public static ActivityReceipt Write(ActivityState activity, ActivityId id, CommandId command, ParticipantId by, string organisation, ActivityDraft draft, Sealing sealing,
        ActivityMoment moment) => Once(activity, command, ContentOf(organisation, draft), moment, () =>
    {
        if (activity.Stage == ActivityStage.None)
        {
            (activity.Id, activity.Organisation, activity.CreatedAt) = (id, organisation, moment.Milliseconds);
        }

        if (activity.Organisation != organisation)
        {
            return new(Outcome.NotFound);
        }

        if (activity.IsOpen)
        {
            return Change(activity, by, draft, sealing, moment);
        }

        if (activity.Stage > ActivityStage.Review)
        {
            return new(Outcome.AlreadyDecided);
        }

        (activity.Stage, activity.Details) = (ActivityStage.Draft, draft.Details); // what a reviewer has before them is handed in again
        (activity.Private, activity.Salt) = (sealing.Box, sealing.Salt);
        activity.Shifts = [.. draft.Shifts.Select((shift, at) => new ShiftState { Number = at + 1, Start = shift.Start, End = shift.End, Places = shift.Places })];
        activity.ShiftsNumbered = activity.Shifts.Count;
        Wrote(activity, by);
        return ActivityReceipt.Done;
    });

    /// <summary>An organiser hands it in.</summary>
    public static ActivityReceipt Submit(ActivityState activity, CommandId command, ParticipantId by, bool frozen, ActivityMoment moment) =>
        Once(activity, command, Content.Of("submit"), moment, () =>
        {
            if (activity.Stage != ActivityStage.Draft)
            {
                return new(Outcome.AlreadyDecided);
            }

            if (frozen)
            {
                return new(Outcome.SwitchedOff); // OP-03
            }

            var missing = ActivityInput.Missing(activity.Details, activity.Shifts.Count);
            if (missing.Count > 0)
            {
                return new(Outcome.Invalid, missing);
            }

            if (activity.Start <= moment.Milliseconds)
            {
                return new(Outcome.Invalid, ["shifts"]);
            }

            (activity.Stage, activity.SubmittedAt, activity.Reason) = (ActivityStage.Review, moment.Milliseconds, null);
            Wrote(activity, by);
            return ActivityReceipt.Done;
        });

    /// <summary>A reviewer publishes it, or sends it back.</summary>
    public static ActivityReceipt Decide(ActivityState activity, CommandId command, ParticipantId by, bool publish, string? reason, bool frozen, ActivityMoment moment) =>
        Once(activity, command, Content.Of("decide", publish ? "1" : "0", reason), moment, () =>
        {
            if (activity.Stage != ActivityStage.Review)
            {
                return new(Outcome.AlreadyDecided);
            }

            if (activity.Writers.Contains(by))
            {
                return new(Outcome.Forbidden); // four eyes
            }

            if (publish && frozen)
            {
                return new(Outcome.SwitchedOff);
            }

            if (publish && activity.Start <= moment.Milliseconds)
            {
                return new(Outcome.Expired);
            }

            (activity.ReviewedBy, activity.ReviewedAt, activity.Reason) = (by, moment.Milliseconds, publish ? null : reason);
            activity.Stage = publish ? ActivityStage.Published : ActivityStage.Draft;
            activity.PublishedAt = publish ? moment.Milliseconds : 0;
            activity.Follow(Audit(activity, publish ? "activity.publish" : "activity.return", by, reason ?? "", moment));
            return ActivityReceipt.Done;
        });

    /// <summary>It does not take place.</summary>
    public static ActivityReceipt Cancel(ActivityState activity, CommandId command, ParticipantId by, string reason, ActivityMoment moment) =>
        Once(activity, command, Content.Of("cancel", reason), moment, () =>
        {
            if (activity.Stage is ActivityStage.Ended or ActivityStage.Settled or ActivityStage.Cancelled || activity.IsOpen && activity.End <= moment.Milliseconds)
            {
                return new(Outcome.AlreadyDecided);
            }

            activity.Follow(Audit(activity, "activity.cancel", by, reason, moment));
            CallOff(activity, reason, moment);
            return ActivityReceipt.Done;
        });

    /// <summary>A shift takes longer. Attendance may count until then; what people agreed to stays.</summary>
    public static ActivityReceipt Extend(ActivityState activity, CommandId command, int number, int minutes, ActivityMoment moment) =>
        Once(activity, command, Content.Of("extend", $"{number} {minutes}"), moment, () =>
        {
            if (!activity.IsOpen && activity.Stage != ActivityStage.Ended)
            {
                return new(Outcome.AlreadyDecided);
            }

            if (minutes < 0 || minutes > moment.Options.ExtendMinutes)
            {
                return new(Outcome.Invalid, ["minutes"]);
            }

            if (activity.Shift(number) is not { } shift || shift.Start > moment.Milliseconds)
            {
                return new(Outcome.Invalid, ["shift"]);
            }

            var agreed = shift.Extended;
            shift.Extended = minutes;
            if (AttendanceRules.Collide(activity, number))
            {
                shift.Extended = agreed; // somebody went on to another shift: first they have to check out of this one
                return new(Outcome.Overlaps);
            }

            if (activity.Stage == ActivityStage.Ended && activity.End > moment.Milliseconds)
            {
                activity.Stage = ActivityStage.Running;
            }

            return ActivityReceipt.Done;
        });

    /// <summary>The insurance is there, and everybody who has a place now is on its list.</summary>
    public static ActivityReceipt Insure(ActivityState activity, CommandId command, ParticipantId by, string policy, ActivityMoment moment) =>
        Once(activity, command, Content.Of("insure", policy), moment, () =>
        {
            if (activity.Stage is ActivityStage.None or > ActivityStage.Running)
            {
                return new(Outcome.AlreadyDecided);
            }

            activity.Policy = policy;
            foreach (var signUp in activity.SignUps.Values)
            {
                signUp.Insured = signUp.HasPlace;
            }

            if (activity.Stage == ActivityStage.Published && activity.Shifts.Exists(shift => shift.Begun))
            {
                activity.Stage = ActivityStage.Running;
            }

            activity.Follow(Audit(activity, "activity.insure", by, policy, moment));
            return ActivityReceipt.Done;
        });

    /// <summary>Nothing takes place: everybody who counted on it hears so, and what only they could read is gone.</summary>
    internal static void CallOff(ActivityState activity, string reason, ActivityMoment moment)
    {
        (activity.Stage, activity.CancelledAt, activity.Reason) = (ActivityStage.Cancelled, moment.Milliseconds, reason);
        (activity.Private, activity.Salt) = (null, []);
        foreach (var signUp in activity.SignUps.Values.Where(signUp => signUp.HasPlace || signUp.State == SignUpState.Waiting))
        {
            SignUpRules.Tell(activity, signUp);
        }
    }

    // Every command of organisers and reviewers: known ones answer as before, and what changed follows from what the record stood for.
    internal static ActivityReceipt Once(ActivityState activity, CommandId command, ulong content, ActivityMoment moment, Func<ActivityReceipt> rule)
    {
        if (activity.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return new(seen.Outcome);
        }

        if (activity.Commands.MayHaveDropped(command))
        {
            return new(Outcome.TooOld);
        }

        var before = activity.Own().ToArray();
        var receipt = rule();
        if (receipt.Outcome == Outcome.Done)
        {
            activity.Follow([.. ActEffects.Between(before, [.. activity.Own()])]);
            activity.Commands.Keep(command, content, 0, moment.Real);
        }

        return receipt;
    }

    private static void Wrote(ActivityState activity, ParticipantId by)
    {
        activity.Writers.Remove(by);
        activity.Writers.Add(by);
        if (activity.Writers.Count > ActivityState.WritersKept)
        {
            activity.Writers.RemoveAt(0);
        }
    }

    private static ulong ContentOf(string organisation, ActivityDraft draft) =>
        Content.Of("write", organisation, draft.Details.ToString(), draft.Private, string.Join(' ', draft.Shifts));

    internal static Append Audit(ActivityState activity, string act, ParticipantId by, string reason, ActivityMoment moment) =>
        new("audit", AuditEntry.Of(moment.Now, act, activity.Id.ToString(), by, reason));
}
