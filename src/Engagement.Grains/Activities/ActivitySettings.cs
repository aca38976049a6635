using Engagement.Grains.Campaigns;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Activities;

/// <summary>Clock and limits of activities.</summary>
public sealed class ActivitySettings(ICampaignClock clock, IOptions<ActivityOptions> options)
{
    /// <summary>Limits.</summary>
    public ActivityOptions Options => options.Value;

    /// <summary>The clock.</summary>
    public ICampaignClock Clock => clock;

    internal ActivityMoment At(DateTimeOffset now) => new(now, clock.RealNow, options.Value);
}
