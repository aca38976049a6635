using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

internal static partial class AttendanceRules
{
    /// <summary>Says when somebody left who did not check out.</summary>
    public static Receipt Fix(ActivityState activity, CommandId command, ParticipantId by, FixPresence fix, AttendanceMoment moment) =>
        Once(activity, command, Content.Of("fix", fix.Volunteer.ToString(), $"{fix.Shift} {fix.At}", fix.Reason), moment, () =>
        {
            if (activity.SpanOf(fix.Shift) is not { } span || activity.SignUpOf(fix.Volunteer, fix.Shift) is not { In: > 0 } signUp)
            {
                return new(Outcome.NotFound);
            }

            var refusal = fix.Volunteer == by ? new(Outcome.Forbidden)
                : signUp.Out > 0 ? new(Outcome.AlreadyDecided)
                : fix.At < signUp.In || fix.At > span.End || fix.At > moment.Milliseconds ? new(Outcome.Invalid, "at")
                : Overlaps(activity, fix.Volunteer, span, signUp.In, fix.At) ? new Receipt(Outcome.Overlaps)
                : Receipt.Done;
            if (refusal.Outcome == Outcome.Done)
            {
                (signUp.Out, signUp.OutBy, signUp.OutLed) = (fix.At, AttendanceMethod.LeaderManual, by);
                activity.Follow(ActivityRules.Audit(activity, "attendance.fix", by, $"{fix.Volunteer} {fix.Shift}: {fix.Reason}", moment.Activity));
            }

            return refusal;
        });

    /// <summary>Confirms what came late from an offline list, or strikes it.</summary>
    public static Receipt Confirm(ActivityState activity, CommandId command, ParticipantId by, ParticipantId volunteer, int shift, bool confirm, AttendanceMoment moment) =>
        Once(activity, command, Content.Of("confirm", volunteer.ToString(), $"{shift} {confirm}"), moment, () =>
        {
            if (activity.SignUpOf(volunteer, shift) is not { Doubtful: true } signUp)
            {
                return new(Outcome.AlreadyDecided);
            }

            if (volunteer == by || signUp.InLed == by || signUp.OutLed == by)
            {
                return new(Outcome.Forbidden); // whoever made the list does not look at it
            }

            signUp.Doubtful = false;
            if (!confirm)
            {
                Strike(signUp);
            }

            activity.Follow(ActivityRules.Audit(activity, confirm ? "attendance.confirm" : "attendance.strike", by, $"{volunteer} {shift}", moment.Activity));
            return Receipt.Done;
        });

    /// <summary>Makes a volunteer a leader, or takes that back.</summary>
    public static Receipt Appoint(ActivityState activity, CommandId command, ParticipantId by, ParticipantId volunteer, bool leads, AttendanceMoment moment) =>
        Once(activity, command, Content.Of("appoint", volunteer.ToString(), leads ? "1" : "0"), moment, () =>
        {
            if (leads == activity.Leaders.Contains(volunteer))
            {
                return Receipt.Done;
            }

            if (leads && !activity.Shifts.Exists(shift => activity.SignUpOf(volunteer, shift.Number) is { MayCome: true }))
            {
                return new(Outcome.NotFound);
            }

            if (leads && activity.Leaders.Count >= ActivityState.MostLeaders)
            {
                return new(Outcome.Invalid, "leaders");
            }

            activity.Leaders.Remove(volunteer);
            if (leads)
            {
                activity.Leaders.Add(volunteer);
            }

            activity.Follow(ActivityRules.Audit(activity, leads ? "attendance.lead" : "attendance.unlead", by, volunteer.ToString(), moment.Activity));
            return Receipt.Done;
        });

    // What the offline list said goes; what the volunteer scanned themselves stays. Nobody leaves who did not come.
    private static void Strike(SignUp signUp)
    {
        if (signUp.InOffline is not null)
        {
            (signUp.In, signUp.InBy, signUp.InLed, signUp.InOffline) = (0, AttendanceMethod.None, default, null);
        }

        if (signUp.OutOffline is not null || signUp.In == 0)
        {
            (signUp.Out, signUp.OutBy, signUp.OutLed, signUp.OutOffline) = (0, AttendanceMethod.None, default, null);
        }
    }

    // Commands with a key of their own. A settled activity changes no more.
    private static Receipt Once(ActivityState activity, CommandId command, ulong content, AttendanceMoment moment, Func<Receipt> rule)
    {
        var receipt = ActivityRules.Once(activity, command, content, moment.Activity, () =>
        {
            var (outcome, field) = activity.SettledAt > 0 ? new(Outcome.AlreadyDecided) : rule();
            return new(outcome, field is null ? null : [field]);
        });
        return new(receipt.Outcome, receipt.Fields?.FirstOrDefault());
    }
}
