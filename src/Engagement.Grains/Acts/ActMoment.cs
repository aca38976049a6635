using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;

namespace Engagement.Grains.Acts;

/// <summary>The instant of a turn, and what options and calendar make of it.</summary>
/// <param name="Now">By the campaign's clock.</param>
/// <param name="Real">By the machine's clock, which command keys are made by.</param>
/// <param name="Campaign">Dates.</param>
/// <param name="Options">Limits.</param>
/// <param name="ReviewDue">Unix milliseconds at which a review that begins now is late.</param>
internal readonly record struct ActMoment(DateTimeOffset Now, DateTimeOffset Real, CampaignOptions Campaign, ActOptions Options, long ReviewDue)
{
    private readonly ControlNow? _control;

    /// <summary>What operators changed.</summary>
    public ControlNow Control { get => _control ?? ControlNow.Unchanged; init => _control = value; }

    /// <summary>The campaign runs: by its dates, and no operator closed it.</summary>
    public bool IsOpen => Campaign.IsOpen(Now) && !Control.IsClosed;

    public long Milliseconds => Now.ToUnixTimeMilliseconds();
}
