using Engagement.Grains.Roses;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Campaigns;

/// <summary>The clock and the options that rules need, as one moment.</summary>
public sealed class CampaignSettings(ICampaignClock clock, IOptions<CampaignOptions> campaign, IOptions<RoseOptions> roses)
{
    /// <summary>The campaign's dates.</summary>
    public CampaignOptions Campaign => campaign.Value;

    /// <summary>Limits of giving.</summary>
    public RoseOptions Roses => roses.Value;

    /// <summary>The clock.</summary>
    public ICampaignClock Clock => clock;

    internal Moment At(DateTimeOffset now) => new(now, clock.RealNow, campaign.Value, roses.Value);
}
