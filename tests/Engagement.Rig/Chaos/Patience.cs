using System.Diagnostics;

namespace Engagement.Rig.Chaos;

/// <summary>Waiting for something to become true, not for ever.</summary>
internal static class Patience
{
    /// <summary>Asks every 100 ms. How long it took.</summary>
    /// <exception cref="RigException">It did not become true in time.</exception>
    public static async Task<TimeSpan> Until(string what, TimeSpan limit, Func<Task<bool>> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            if (clock.Elapsed > limit)
            {
                throw new RigException($"Not within {limit.TotalSeconds:n0} s: {what}.");
            }

            await Task.Delay(100);
        }

        return clock.Elapsed;
    }
}
