using Engagement.Grains.Campaigns;

namespace Engagement.Tests.Storage;

/// <summary>The campaign's clock, moved by the test. Orleans' own timers keep real time.</summary>
internal sealed class ManualClock : ICampaignClock
{
    /// <summary>Monday 1 June 2026, noon in Shanghai.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, ShanghaiDay.Offset);

    public DateTimeOffset UtcNow { get; set; } = Noon;

    public DateTimeOffset RealNow => UtcNow;

    public void Advance(TimeSpan by) => UtcNow += by;
}
