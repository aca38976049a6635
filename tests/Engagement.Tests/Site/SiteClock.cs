using Engagement.Grains.Campaigns;

namespace Engagement.Tests.Site;

/// <summary>A clock ahead of the real one, as a local city's: it begins at a coming noon in Shanghai, far from midnight.</summary>
public sealed class SiteClock : ICampaignClock
{
    private long _ahead = (ShanghaiDay.End(ShanghaiDay.Of(DateTimeOffset.UtcNow)).AddHours(12) - DateTimeOffset.UtcNow).Ticks;

    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow.AddTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
