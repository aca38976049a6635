using Engagement.Grains.Campaigns;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Acts;

/// <summary>The instant of a turn, and what options and calendar make of it.</summary>
/// <param name="Now">By the campaign's clock.</param>
/// <param name="Real">By the machine's clock, which command keys are made by.</param>
/// <param name="Campaign">Dates.</param>
/// <param name="Options">Limits.</param>
/// <param name="ReviewDue">Unix milliseconds at which a review that begins now is late.</param>
internal readonly record struct ActMoment(DateTimeOffset Now, DateTimeOffset Real, CampaignOptions Campaign, ActOptions Options, long ReviewDue)
{
    public long Milliseconds => Now.ToUnixTimeMilliseconds();
}

/// <summary>Clock, limits and calendar of acts.</summary>
public sealed class ActSettings(CampaignSettings settings, WorkingDays days, IOptions<ActOptions> options)
{
    /// <summary>Limits.</summary>
    public ActOptions Options => options.Value;

    /// <summary>The clock.</summary>
    public ICampaignClock Clock => settings.Clock;

    internal ActMoment At(DateTimeOffset now) =>
        new(now, settings.Clock.RealNow, settings.Campaign, options.Value, days.After(now, options.Value.ReviewDays).ToUnixTimeMilliseconds());
}
