using System.Diagnostics;

namespace Engagement.Rig.Load;

/// <summary>
/// When each gift of a run is due. A closed loop has no instants: each caller goes on when it was answered. An open loop
/// begins <c>rate</c> gifts a second whatever the city does, after a ramp, and times count from the instant that a gift
/// was due: a city that stands still for a second is charged with everybody who would have come (coordinated omission).
/// </summary>
internal sealed class Pace(int rate, TimeSpan ramp)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Whether gifts have instants.</summary>
    public bool IsOpen => rate > 0;

    /// <summary>Waits for the instant of a gift, from 0 on. The timestamp that it was due.</summary>
    public async Task<long> Due(long gift)
    {
        var due = _start + (long)(Seconds(gift) * Stopwatch.Frequency);
        var ahead = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
        if (ahead > TimeSpan.Zero)
        {
            await Task.Delay(ahead);
        }

        return due;
    }

    // The rate grows evenly from nothing during the ramp: n gifts after sqrt(2 n ramp / rate) seconds.
    private double Seconds(long gift)
    {
        var during = rate * ramp.TotalSeconds / 2;
        return gift < during ? Math.Sqrt(2.0 * gift * ramp.TotalSeconds / rate) : ramp.TotalSeconds + (gift - during) / rate;
    }
}
