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
                activity.Follow(Audit(activity, "attendance.fix", by, $"{fix.Volunteer} {fix.Shift}: {fix.Reason}", moment));
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

            activity.Follow(Audit(activity, confirm ? "attendance.confirm" : "attendance.strike", by, $"{volunteer} {shift}", moment));
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

            activity.Follow(Audit(activity, leads ? "attendance.lead" : "attendance.unlead", by, volunteer.ToString(), moment));
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

    // Commands with a key of their own: known ones answer as before.
    private static Receipt Once(ActivityState activity, CommandId command, ulong content, AttendanceMoment moment, Func<Receipt> rule)
    {
        if (activity.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return new(seen.Outcome);
        }

        if (activity.Commands.MayHaveDropped(command))
        {
            return new(Outcome.TooOld);
        }

        if (activity.SettledAt > 0)
        {
            return new(Outcome.AlreadyDecided);
        }

        var receipt = rule();
        if (receipt.Outcome == Outcome.Done)
        {
            activity.Commands.Keep(command, content, 0, moment.Real);
            activity.Touch();
        }

        return receipt;
    }

    private static Append Audit(ActivityState activity, string act, ParticipantId by, string reason, AttendanceMoment moment) =>
        new("audit", AuditEntry.Of(moment.Now, act, activity.Id.ToString(), by, reason));
}
