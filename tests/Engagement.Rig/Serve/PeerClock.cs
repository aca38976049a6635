using Engagement.Grains.Campaigns;

namespace Engagement.Rig.Serve;

/// <summary>A clock that the comparison moves on all sides alike; a program that is started again is told how far it was.</summary>
internal sealed class PeerClock(TimeSpan ahead) : ICampaignClock
{
    private long _ahead = ahead.Ticks;

    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow.AddTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
