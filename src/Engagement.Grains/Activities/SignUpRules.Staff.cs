using Engagement.Contracts;
using Engagement.Grains.Acts;

namespace Engagement.Grains.Activities;

internal static partial class SignUpRules
{
    /// <summary>Takes a sign-up back.</summary>
    public static Receipt Leave(ActivityState activity, CommandId command, ParticipantId by, int number, ExcuseReason reason, ActivityMoment moment) =>
        Own(activity, command, by, number, (shift, signUp) =>
        {
            if (!signUp.HasPlace && signUp.State != SignUpState.Waiting)
            {
                return Receipt.Done; // it is as they want it
            }

            if (!activity.IsOpen || moment.Milliseconds >= shift.Start || signUp.In > 0)
            {
                return new(Outcome.Expired);
            }

            var late = signUp.MayCome && moment.Milliseconds > shift.Start - moment.Options.FreeLeaveHours * 3_600_000L;
            if (late && reason == ExcuseReason.None)
            {
                return new(Outcome.Invalid, "reason");
            }

            signUp.Reason = late ? reason : ExcuseReason.None;
            Move(activity, new(by, number), signUp, SignUpState.Withdrawn, moment);
            return Receipt.Done;
        });

    /// <summary>An organiser confirms who waits for them, or takes a place back.</summary>
    public static Receipt Admit(ActivityState activity, ParticipantId person, int number, bool admit, ActivityMoment moment) =>
        Staff(activity, person, number, (shift, signUp) =>
        {
            if (!activity.IsOpen || moment.Milliseconds >= shift.LastMoment)
            {
                return new(Outcome.Expired);
            }

            if (admit && signUp.State is SignUpState.Asked)
            {
                signUp.Admitted = true;
                Move(activity, new(person, number), signUp, SignUpState.Confirmed, moment);
                return Receipt.Done;
            }

            if (!admit && (signUp.HasPlace || signUp.State == SignUpState.Waiting) && signUp.In == 0)
            {
                Move(activity, new(person, number), signUp, SignUpState.Refused, moment);
                return Receipt.Done;
            }

            return signUp.State == (admit ? SignUpState.Confirmed : SignUpState.Refused) ? Receipt.Done : new(Outcome.AlreadyDecided);
        });

    /// <summary>Somebody who was there notes who did not come.</summary>
    public static Receipt MarkAbsent(ActivityState activity, ParticipantId by, ParticipantId person, int number, ActivityMoment moment) =>
        Staff(activity, person, number, (shift, signUp) =>
        {
            if (by == person)
            {
                return new(Outcome.Forbidden);
            }

            if (activity.Stage == ActivityStage.Cancelled || moment.Milliseconds < shift.LastMoment || moment.Milliseconds > shift.LastMoment + moment.Options.MarkDays * 86_400_000L)
            {
                return new(Outcome.Expired);
            }

            if (!signUp.MayCome || signUp.In > 0 || signUp.MarkedAt > 0 || signUp.Reason != ExcuseReason.None)
            {
                return new(signUp.MarkedBy == by ? Outcome.Done : Outcome.AlreadyDecided);
            }

            (signUp.MarkedBy, signUp.MarkedAt) = (by, moment.Milliseconds);
            Tell(activity, signUp);
            return Receipt.Done;
        });

    /// <summary>Life happens: the person says why.</summary>
    public static Receipt Excuse(ActivityState activity, CommandId command, ParticipantId by, int number, ExcuseReason reason, ActivityMoment moment) =>
        Own(activity, command, by, number, (shift, signUp) =>
        {
            if (reason == ExcuseReason.None)
            {
                return new(Outcome.Invalid, "reason");
            }

            if (!signUp.MayCome || signUp.In > 0 || moment.Milliseconds < shift.Start)
            {
                return new(Outcome.AlreadyDecided);
            }

            signUp.Reason = reason;
            Tell(activity, signUp);
            return Receipt.Done;
        });

    /// <summary>What they say of it, or that they don't want to be asked.</summary>
    public static Receipt Feedback(ActivityState activity, CommandId command, ParticipantId by, int number, ActivityFeedback feedback, ActivityMoment moment) =>
        Own(activity, command, by, number, (shift, signUp) =>
        {
            if (feedback == ActivityFeedback.None || (feedback & ~ActivityFeedback.All) != 0)
            {
                return new(Outcome.Invalid, "feedback");
            }

            if (!signUp.MayCome || moment.Milliseconds < shift.Start || activity.Stage == ActivityStage.Cancelled)
            {
                return new(Outcome.Expired);
            }

            signUp.Feedback = feedback.HasFlag(ActivityFeedback.Dismissed) ? ActivityFeedback.Dismissed : feedback;
            activity.Touch();
            return Receipt.Done;
        });

    /// <summary>The person's account was closed: what lies ahead is taken back, what they said goes. Attendance stays.</summary>
    public static void Forget(ActivityState activity, ParticipantId person, ActivityMoment moment)
    {
        Withdraw(activity, person, moment);
        foreach (var shift in activity.Shifts)
        {
            Staff(activity, person, shift.Number, (_, signUp) =>
            {
                (signUp.Feedback, signUp.Reason) = (ActivityFeedback.None, ExcuseReason.None);
                activity.Touch();
                return Receipt.Done;
            });
        }
    }

    /// <summary>The person may not come any more: what lies ahead is taken back, all else stays.</summary>
    public static void Withdraw(ActivityState activity, ParticipantId person, ActivityMoment moment)
    {
        foreach (var shift in activity.Shifts.Where(shift => activity.IsOpen && moment.Milliseconds < shift.Start))
        {
            Staff(activity, person, shift.Number, (_, signUp) =>
            {
                if (signUp.HasPlace || signUp.State == SignUpState.Waiting)
                {
                    Move(activity, new(person, shift.Number), signUp, SignUpState.Withdrawn, moment);
                }

                return Receipt.Done;
            });
        }
    }

    private static Receipt Own(ActivityState activity, CommandId command, ParticipantId by, int number, Func<ShiftState, SignUp, Receipt> rule) =>
        Staff(activity, by, number, (shift, signUp) =>
        {
            if (IsOld(signUp, command))
            {
                return Receipt.Done;
            }

            var receipt = rule(shift, signUp);
            if (receipt.Outcome == Outcome.Done)
            {
                signUp.Last = command;
                activity.Touch();
            }

            return receipt;
        });

    // Somebody's sign-up; to who never signed up there is none.
    private static Receipt Staff(ActivityState activity, ParticipantId person, int number, Func<ShiftState, SignUp, Receipt> rule)
    {
        if (activity.Shift(number) is not { } shift || activity.SignUpOf(person, number) is not { } signUp)
        {
            return new(Outcome.NotFound);
        }

        var before = activity.Own().ToArray();
        var receipt = rule(shift, signUp);
        if (receipt.Outcome == Outcome.Done)
        {
            activity.Follow([.. ActEffects.Between(before, [.. activity.Own()])]);
        }

        return receipt;
    }
}
