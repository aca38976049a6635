using Engagement.Grains.Campaigns;

namespace Engagement.Rig.Simulate.Model;

/// <summary>A clock that only the schedule moves. Command keys go by the real time, which goes on by a millisecond at every event.</summary>
internal sealed class SimulatedClock : ICampaignClock
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 21, 0, 0, ShanghaiDay.Offset);

    private long _events;

    public DateTimeOffset UtcNow { get; private set; } = Start;

    public DateTimeOffset RealNow => Start.AddMilliseconds(_events);

    public void Jump(TimeSpan by) => UtcNow += by;

    /// <summary>The next instant, in nanoseconds: later than every one before.</summary>
    public long Next()
    {
        UtcNow = UtcNow.AddMilliseconds(1);
        return ++_events * 1_000_000;
    }
}
