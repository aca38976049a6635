using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

internal static partial class AttendanceRules
{
    /// <summary>Working days after the end at which organisers are reminded to settle; the last is the law's (Measures on Records, article 11).</summary>
    private static readonly int[] Duty = [3, 7, 10];

    /// <summary><see cref="ActivityState.Reminders"/> of an activity that is overdue.</summary>
    public const int LastDuty = 3;

    /// <summary>A step of the agenda: the next reminder of the duty to record. The first step only reckons when that is.</summary>
    public static void Remind(ActivityState activity, AttendanceMoment moment)
    {
        if (activity.Stage != ActivityStage.Ended || activity.Reminders >= LastDuty || Math.Max(activity.NextReminder, activity.End) > moment.Milliseconds)
        {
            return;
        }

        var before = activity.Own().ToArray();
        var end = DateTimeOffset.FromUnixTimeMilliseconds(activity.End);
        while (activity.Reminders < LastDuty && moment.Calendar.After(end, Duty[activity.Reminders]) <= moment.Activity.Now)
        {
            activity.Reminders++;
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
}
