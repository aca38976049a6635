using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Web.Boards;

namespace Engagement.Web.Hours;

/// <summary>The clock of ten working days (令67号 Art. 11), as volunteers and organisers see it.</summary>
public sealed class HourClock(WorkingCalendar calendar, HourSettings settings, HourReader hours, Names names)
{
    /// <summary>The clock of an activity that is over and not settled.</summary>
    public async Task<ClockRow> Of(ActivityState activity, bool nudged = false)
    {
        var ended = DateTimeOffset.FromUnixTimeMilliseconds(activity.End);
        return new(
            activity.Id.ToString(), activity.Details.Title, names.Organisation(activity.Organisation) ?? activity.Organisation, ended,
            calendar.Passed(ended, settings.Clock.UtcNow), settings.Options.EntryDays, calendar.After(ended, settings.Options.EntryDays)?.AddTicks(-1), await hours.Nudges(activity.Id), nudged);
    }

    /// <summary>Whether only a reviewer can approve what is proposed for this shift now.</summary>
    public bool IsLate(ServedShift shift) =>
        calendar.After(DateTimeOffset.FromUnixTimeMilliseconds(shift.End), settings.Options.EntryDays) is not { } deadline || deadline <= settings.Clock.UtcNow;
}
