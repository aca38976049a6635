using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Acts;

/// <summary>Names of an act's entries outside its record.</summary>
internal static class ActEffects
{
    /// <summary>Counter: <c>logged</c> and <c>scored</c>.</summary>
    public const string Totals = "acts";

    /// <summary>Counter: first decisions, by week and hours waited.</summary>
    public const string Waits = "act-waits";

    /// <summary>A field of it, like <c>20261123:5</c>.</summary>
    public static string Wait(int week, int hours) => string.Create(CultureInfo.InvariantCulture, $"{week}:{hours}");

    /// <summary>Acts whose review is late.</summary>
    public const string Overdue = "acts-overdue";

    /// <summary>Member of the boards for couriers without a company.</summary>
    public const string Pool = "pool";

    /// <summary>A courier's acts, by the instant they were noted down.</summary>
    public static string Of(ParticipantId courier) => $"acts:{courier}";

    /// <summary>A district's queue, longest waiting first; <c>none</c> for acts without a district.</summary>
    public static string Queue(string? district) => $"acts-review:{district ?? "none"}";

    /// <summary>The acts that show this photo.</summary>
    public static string WithPhoto(string hash) => $"act-photo:{hash}";

    public static RedisValue Member(CivicActId act) => OpaqueId.Bytes(act.Value);

    /// <summary>The agenda's name of it.</summary>
    public static string Entry(CivicActId act) => $"act:{act}";

    /// <summary>What the photo's record knows this showing of it by.</summary>
    public static string Use(CivicActState act) => string.Create(CultureInfo.InvariantCulture, $"act.{act.Id}.{act.Photos}");

    /// <summary>
    /// Effects that lead from what a record stood for to what it stands for now: what changed, nothing else. So effects are the
    /// difference of Derived by construction (ledger.md 13).
    /// </summary>
    public static IEnumerable<Effect> Between(IReadOnlyCollection<Effect> before, IReadOnlyCollection<Effect> after)
    {
        foreach (var gone in before.Except(after))
        {
            switch (gone)
            {
                case Rank rank:
                    yield return rank with { N = -rank.N };
                    break;
                case Count count:
                    yield return count with { N = -count.N };
                    break;
                case Index index when !after.OfType<Index>().Any(other => other.Set == index.Set && other.Member == index.Member):
                    yield return new Unindex(index.Set, index.Member);
                    break;
            }
        }

        foreach (var come in after.Except(before))
        {
            yield return come;
        }
    }
}
