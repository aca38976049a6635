using Engagement.Grains.Campaigns;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Acts;

/// <summary>Clock, limits and calendar of acts.</summary>
public sealed class ActSettings(CampaignSettings settings, WorkingCalendar calendar, IOptions<ActOptions> options)
{
    /// <summary>Limits.</summary>
    public ActOptions Options => options.Value;

    /// <summary>The clock.</summary>
    public ICampaignClock Clock => settings.Clock;

    internal ActMoment At(DateTimeOffset now) =>
        new(now, settings.Clock.RealNow, settings.Campaign, options.Value, calendar.AfterWeekdays(now, options.Value.ReviewDays).ToUnixTimeMilliseconds()) { Closed = settings.Control.IsClosed };
}
