using Engagement.Grains.Control;
using Engagement.Grains.Roses;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Campaigns;

/// <summary>The clock and the options that rules need, as one moment.</summary>
public sealed class CampaignSettings(ICampaignClock clock, IOptions<CampaignOptions> campaign, IOptions<RoseOptions> roses, ISwitches switches)
{
    /// <summary>The campaign's dates.</summary>
    public CampaignOptions Campaign => campaign.Value;

    /// <summary>Limits of giving, but for <see cref="PerDay"/>.</summary>
    public RoseOptions Roses => roses.Value;

    /// <summary>What operators changed.</summary>
    public ControlNow Control => switches.Now;

    /// <summary>Roses that one person may give on a Shanghai day.</summary>
    public int PerDay(int day) => switches.Now.PerDay(day) ?? roses.Value.PerDay;

    /// <summary>Whether roses can be given and taken now, switches aside.</summary>
    public bool IsOpen => campaign.Value.IsOpen(clock.UtcNow) && !switches.Now.IsClosed;

    /// <summary>The clock.</summary>
    public ICampaignClock Clock => clock;

    internal Moment At(DateTimeOffset now) => new(now, clock.RealNow, campaign.Value, roses.Value) { Control = switches.Now };
}
