using System.Collections.Concurrent;

namespace Engagement.WeChat;

/// <summary>Which calls WeChat has put off, in this process: they are not made until their time, so that a used-up quota is not
/// asked for thousands of times. Only for calls whose quota is the account's, never for those that WeChat counts per person.</summary>
internal sealed class WeChatQuotas(TimeProvider time)
{
    private const long OfTheDay = 45009;
    private const long OfTheMinute = 45011;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Gate> _gates = new();

    /// <summary>Whether <paramref name="api"/> is put off now.</summary>
    public bool IsSpent(string api) => _gates.TryGetValue(api, out var gate) && time.GetElapsedTime(gate.Since) < gate.Wait;

    /// <summary>Notes what WeChat answered to <paramref name="api"/>.</summary>
    public void Note(string api, long errcode)
    {
        switch (errcode)
        {
            case OfTheDay:
                _gates.AddOrUpdate(api, _ => new(time.GetTimestamp(), First), (_, gate) => Again(gate));
                break;
            case OfTheMinute:
                _gates.AddOrUpdate(api, _ => new(time.GetTimestamp(), Minute), (_, gate) => gate.Wait > Minute ? gate : new(time.GetTimestamp(), Minute));
                break;
            case 0:
                _gates.TryRemove(api, out _);
                break;
        }
    }

    // Answers to calls that were under way when the gate closed don't lengthen it.
    private Gate Again(Gate gate) => time.GetElapsedTime(gate.Since) < gate.Wait ? gate : new(time.GetTimestamp(), gate.Wait < First ? First : Shorter(gate.Wait * 2, Longest));

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record Gate(long Since, TimeSpan Wait);
}
