using Engagement.Contracts;

namespace Engagement.Grains.Activities;

internal static partial class AttendanceRules
{
    /// <summary>Who came, of everybody or of one person.</summary>
    public static AttendanceSheet Sheet(ActivityState activity, AttendanceMoment moment, ParticipantId? of = null) => new(
        activity.Stage >= ActivityStage.Published, activity.Details.Title, activity.Organisation, activity.Details.District,
        [.. activity.Shifts.OrderBy(shift => shift.Start).Select(shift => new SheetShift(shift.Number, shift.Start, shift.LastMoment, shift.Extended))],
        [.. activity.SignUps.Where(entry => (of is null || entry.Key.Person == of) && (entry.Value.MayCome || entry.Value.In > 0))
            .OrderBy(entry => entry.Value.Number).Select(entry => Row(activity, entry.Key, entry.Value))],
        [.. activity.Leaders.Where(leader => of is null || leader == of)], activity.Stage == ActivityStage.Cancelled,
        activity.IsOpen && activity.End <= moment.Milliseconds || activity.Stage == ActivityStage.Ended, activity.SettledAt,
        activity.SettledAt == 0 ? 0 : activity.SignUps.Values.Count(signUp => signUp.Attended && signUp.Number <= activity.Carried), activity.Reminders);

    private static SheetRow Row(ActivityState activity, SignUpKey key, SignUp signUp) => new(
        key.Person, key.Shift, signUp.In, signUp.Out, signUp.InBy, signUp.OutBy, signUp.WalkIn, signUp.Doubtful,
        activity.SpanOf(key.Shift) is { } span ? Minutes(signUp, span) : 0);
}
