using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Needs;

namespace Engagement.Grains.Notices;

internal static partial class NoticeRules
{
    /// <summary>What a sign-up tells its person.</summary>
    public static IEnumerable<Notice> Of(PersonSignUp entry, ActivityMoment moment)
    {
        var (activity, shift, signUp) = entry;
        var counts = signUp.HasPlace || signUp.State == SignUpState.Waiting;
        var remind = Reminders.At(shift.Start, moment.Options);
        (NoticeKind Kind, long At, bool Tells)[] all =
        [
            (NoticeKind.ActivityCancelled, activity.CancelledAt, counts && activity.CancelledAt > 0),
            (NoticeKind.ActivityChanged, activity.ChangedAt, counts && activity.ChangedAt > signUp.Since && signUp.State != SignUpState.Reconfirm),
            (NoticeKind.ActivityTomorrow, remind, signUp.MayCome && activity.CancelledAt == 0 && remind > signUp.Since && remind <= moment.Milliseconds),
            (NoticeKind.ActivityMissed, signUp.MarkedAt, signUp is { MarkedAt: > 0, Reason: ExcuseReason.None }),
            (Standing(signUp.State), signUp.At, signUp.State is SignUpState.Offered or SignUpState.Refused or SignUpState.Reconfirm
                || signUp.State == SignUpState.Lapsed && signUp.At < shift.Start || signUp is { State: SignUpState.Confirmed, Admitted: true }),
        ];
        return all.Where(notice => notice.Tells).Select(notice => new Notice(notice.Kind, At(notice.At), Other: notice.Kind == NoticeKind.ActivityMissed ? signUp.MarkedBy : default)
        {
            Activity = activity.Id, Shift = shift.Number, About = activity.Details.Title,
        });
    }

    /// <summary>What an order tells its requester: the latest that others did about it.</summary>
    public static IEnumerable<Notice> Of(NeedState need) => need.Steps.FindLast(step => step.By != need.Requester) is { } step
        ? [new(NoticeKind.NeedAnswered, At(step.At)) { Need = need.Id }] : [];

    /// <summary>What an activity tells those who are to settle it, or to see to it: the latest reminder, until it is settled.</summary>
    public static IEnumerable<Notice> OfDuty(ParticipantId me, ActivityState activity)
    {
        if (activity is not { Stage: ActivityStage.Ended, DutyTold: { } told } || !told.People.Contains(me))
        {
            return [];
        }

        var kind = activity.Reminders < AttendanceRules.LastDuty ? NoticeKind.ActivityUnsettled
            : told.Organisers.Contains(me) ? NoticeKind.ActivityOverdue
            : NoticeKind.ActivityLate;
        return [new(kind, At(told.At), Number: AttendanceRules.DaysLeft(activity.Reminders)) { Activity = activity.Id, About = activity.Details.Title }];
    }

    private static NoticeKind Standing(SignUpState state) => state switch
    {
        SignUpState.Offered => NoticeKind.ActivityOffered,
        SignUpState.Refused => NoticeKind.ActivityRefused,
        SignUpState.Reconfirm => NoticeKind.ActivityMoved,
        SignUpState.Lapsed => NoticeKind.ActivityLapsed,
        _ => NoticeKind.ActivityAdmitted,
    };
}
