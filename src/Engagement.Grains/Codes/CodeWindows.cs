using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;

namespace Engagement.Grains.Codes;

/// <summary>Time cut into windows, each with a code of its own. A code is accepted in its window, and a little longer by whoever was pointing the camera at it. Pure.</summary>
/// <param name="Seconds">How long a code stands.</param>
/// <param name="Grace">Seconds that the code before is still accepted.</param>
public readonly record struct CodeWindows(int Seconds, int Grace)
{
    // How far back a code is known as one that is over, instead of as none at all.
    private const int Known = 20;

    /// <summary>The window that an instant is in.</summary>
    public long Of(DateTimeOffset now) => now.ToUnixTimeSeconds() / Seconds;

    /// <summary>When a window began.</summary>
    public DateTimeOffset Begin(long window) => DateTimeOffset.FromUnixTimeSeconds(window * Seconds);

    /// <summary>The window whose code this is: Done when it is accepted now, Expired when it is over, NotFound when it is none. Compares in constant time.</summary>
    /// <param name="code">As it is stored: normalised by the caller.</param>
    /// <param name="now">By the server's clock.</param>
    /// <param name="of">The code of a window.</param>
    public (Outcome Outcome, long Window) Read(string code, DateTimeOffset now, Func<long, string> of) =>
        Find(now, window => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.ASCII.GetBytes(of(window))));

    /// <summary>As <see cref="Read"/>, for codes that are not compared but opened.</summary>
    public (Outcome Outcome, long Window) Find(DateTimeOffset now, Predicate<long> opens)
    {
        var current = Of(now);
        for (var window = current; window > current - Known; window--)
        {
            if (opens(window))
            {
                return (window == current || window == current - 1 && now < Begin(current).AddSeconds(Grace) ? Outcome.Done : Outcome.Expired, window);
            }
        }

        return (Outcome.NotFound, 0);
    }
}
