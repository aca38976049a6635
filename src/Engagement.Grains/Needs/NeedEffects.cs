using Engagement.Contracts;
using StackExchange.Redis;

namespace Engagement.Grains.Needs;

/// <summary>Names of an order's entries outside its record; all by the instant it was ordered.</summary>
internal static class NeedEffects
{
    /// <summary>A person's orders.</summary>
    public static string Of(ParticipantId person) => $"needs:{person}";

    /// <summary>What waits for the centre of a district.</summary>
    public static string Queue(string district) => $"needs-review:{district}";

    /// <summary>What an organisation is asked for, or took.</summary>
    public static string At(string organisation) => $"needs-at:{organisation}";

    public static RedisValue Member(NeedId need) => OpaqueId.Bytes(need.Value);
}
