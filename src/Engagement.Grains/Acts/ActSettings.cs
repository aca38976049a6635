using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Acts;

/// <summary>Clock, limits and calendar of acts.</summary>
public sealed class ActSettings(CampaignSettings settings, WorkingCalendar calendar, IOptions<ActOptions> options)
{
    /// <summary>Limits.</summary>
    public ActOptions Options => options.Value;

    /// <summary>The clock.</summary>
    public ICampaignClock Clock => settings.Clock;

    /// <summary>What operators changed.</summary>
    public ControlNow Control => settings.Control;

    internal ActMoment At(DateTimeOffset now) =>
        new(now, settings.Clock.RealNow, settings.Campaign, options.Value, calendar.AfterWeekdays(now, options.Value.ReviewDays).ToUnixTimeMilliseconds()) { Control = settings.Control };
}
