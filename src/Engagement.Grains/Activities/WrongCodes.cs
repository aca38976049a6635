using Engagement.Contracts;

namespace Engagement.Grains.Activities;

/// <summary>
/// Wrong codes that people typed at one activity, for ten minutes, in memory only: six digits are few, and a leader can always check
/// somebody in. Not for several threads.
/// </summary>
internal sealed class WrongCodes(int most)
{
    private static readonly long Memory = (long)TimeSpan.FromMinutes(10).TotalMilliseconds;

    private readonly Dictionary<ParticipantId, (int Wrong, long Since)> _wrong = [];

    /// <summary>Whether this person has to wait.</summary>
    public bool IsFull(ParticipantId who, long now) => _wrong.TryGetValue(who, out var tried) && now - tried.Since < Memory && tried.Wrong >= most;

    /// <summary>One more.</summary>
    public void Count(ParticipantId who, long now) =>
        _wrong[who] = _wrong.TryGetValue(who, out var tried) && now - tried.Since < Memory ? (tried.Wrong + 1, tried.Since) : (1, now);
}
