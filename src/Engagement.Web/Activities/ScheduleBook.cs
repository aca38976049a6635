using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Volunteers;
using Engagement.Web.Roses;

namespace Engagement.Web.Activities;

/// <summary>Makes a person's schedule, for its page and for calendars.</summary>
public sealed class ScheduleBook(ActivityReader activities, ActivitySettings settings, CalendarLinks calendars, Links links)
{
    private const int Most = 200;

    /// <summary>The page.</summary>
    public async Task<SchedulePage> Page(ParticipantId me)
    {
        var now = settings.Clock.UtcNow;
        var rows = (await activities.SignedUp(me, Most)).Where(Shows).Select(Row).ToArray();
        return new([.. rows.Where(row => row.End > now).OrderBy(row => row.Start)],
            [.. rows.Where(row => row.End <= now && (row.State is SignUpState.Confirmed or SignUpState.Reconfirm)).OrderByDescending(row => row.Start)],
            await calendars.Of(me) is { } secret ? $"{links.Address}/calendar/{me}/{secret}.ics" : null);
    }

    /// <summary>The feed: what the person has a place in, with what was cancelled, so that calendars take it out.</summary>
    public async Task<IEnumerable<IcalEvent>> Feed(ParticipantId me) => (await activities.SignedUp(me, Most)).Where(entry => entry.SignUp.HasPlace)
        .Select(entry => Event(entry.Activity, entry.Shift, entry.Activity.Stage == ActivityStage.Cancelled ? "CANCELLED" : entry.SignUp.State == SignUpState.Confirmed ? "CONFIRMED" : "TENTATIVE"));

    /// <summary>One shift, as everybody may read it.</summary>
    public IcalEvent Event(ActivityState activity, ShiftState shift, string status) => new(
        $"{activity.Id}-{shift.Number}@{new Uri(links.Address).Host}", activity.Details.Title, activity.Details.Place, activity.Details.Content, $"{links.Address}/activities/{activity.Id}",
        At(shift.Start), At(shift.End), At(Math.Max(activity.PublishedAt, Math.Max(activity.ChangedAt, activity.CancelledAt))), status);

    private static bool Shows(PersonSignUp entry) => entry.SignUp.HasPlace || entry.SignUp.State == SignUpState.Waiting;

    private ScheduleRow Row(PersonSignUp entry) => new(entry.Activity.Id.ToString(), entry.Shift.Number, entry.Activity.Details.Title, entry.Activity.Details.Place, At(entry.Shift.Start),
        At(entry.Shift.End), entry.SignUp.State, entry.Activity.Stage == ActivityStage.Cancelled, entry.SignUp.Feedback == ActivityFeedback.None && entry.SignUp.MayCome
            && entry.Activity.Stage != ActivityStage.Cancelled && At(entry.Shift.Start) <= settings.Clock.UtcNow || entry.SignUp is { MarkedAt: > 0, Reason: ExcuseReason.None });

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
