using Engagement.Grains.Campaigns;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Hours;

/// <summary>Clock and limits of hours.</summary>
public sealed class HourSettings(CampaignSettings settings, IOptions<HourOptions> options)
{
    /// <summary>Limits.</summary>
    public HourOptions Options => options.Value;

    /// <summary>The clock.</summary>
    public ICampaignClock Clock => settings.Clock;

    internal HourMoment At(DateTimeOffset now) => new(now, settings.Clock.RealNow, options.Value) { Second = settings.Campaign.SecondOf(now) };
}
