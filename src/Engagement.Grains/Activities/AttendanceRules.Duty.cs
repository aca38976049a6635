using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Notices;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

internal static partial class AttendanceRules
{
    /// <summary>Working days after the end at which organisers are reminded to settle; the last is the law's (Measures on Records, article 11).</summary>
    private static readonly int[] Duty = [3, 7, 10];

    /// <summary><see cref="ActivityState.Reminders"/> of an activity that is overdue.</summary>
    public const int LastDuty = 3;

    /// <summary>Working days that are left of the law's ten after this many reminders.</summary>
    public static int DaysLeft(int reminders) => Duty[^1] - Duty[Math.Clamp(reminders, 1, LastDuty) - 1];

    /// <summary>Whether a step now would remind of something: only then is it asked whom.</summary>
    public static bool IsReminding(ActivityState activity, AttendanceMoment moment) => IsDue(activity, moment) && Past(activity, moment) > activity.Reminders;

    /// <summary>
    /// A step of the agenda: the next reminder of the duty to record, with the messages to those who hear of it, so each reminder is told once. The first step only
    /// reckons when that is. Of reminders that are late together the last one is told.
    /// </summary>
    public static void Remind(ActivityState activity, DutyStaff staff, AttendanceMoment moment)
    {
        if (!IsDue(activity, moment))
        {
            return;
        }

        var before = activity.Own().ToArray();
        var end = DateTimeOffset.FromUnixTimeMilliseconds(activity.End);
        var past = Past(activity, moment);
        if (past > activity.Reminders)
        {
            activity.Reminders = past;
            IReadOnlyList<DutyPerson> supervisors = past == LastDuty ? staff.Supervisors : [];
            activity.DutyTold = new(moment.Milliseconds, [.. staff.Organisers.Select(person => person.Id)], [.. supervisors.Select(person => person.Id)]);
            activity.Follow([.. staff.Organisers.Concat(supervisors).SelectMany(person => NoticeEffects.Wake(person.Id, person.Wake))]);
        }

        // A year whose holidays nobody knows yet makes no one late: it is asked about again tomorrow.
        activity.NextReminder = activity.Reminders == LastDuty ? 0
            : (moment.Calendar.After(end, Duty[activity.Reminders]) ?? moment.Activity.Now.AddDays(1)).ToUnixTimeMilliseconds();
        activity.Follow([.. ActEffects.Between(before, [.. activity.Own()])]);
        if (activity.Reminders == LastDuty)
        {
            activity.Follow(new Append("audit", AuditEntry.Of(moment.Activity.Now, "attendance.overdue", activity.Id.ToString(), default, "")));
        }
    }

    private static bool IsDue(ActivityState activity, AttendanceMoment moment) =>
        activity.Stage == ActivityStage.Ended && activity.Reminders < LastDuty && Math.Max(activity.NextReminder, activity.End) <= moment.Milliseconds;

    private static int Past(ActivityState activity, AttendanceMoment moment)
    {
        var (end, past) = (DateTimeOffset.FromUnixTimeMilliseconds(activity.End), activity.Reminders);
        while (past < LastDuty && moment.Calendar.After(end, Duty[past]) <= moment.Activity.Now)
        {
            past++;
        }

        return past;
    }
}
