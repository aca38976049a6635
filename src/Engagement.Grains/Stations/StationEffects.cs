using Engagement.Contracts;
using StackExchange.Redis;

namespace Engagement.Grains.Stations;

/// <summary>Names of a station's entries outside its record.</summary>
internal static class StationEffects
{
    /// <summary>All stations by the instant they were opened.</summary>
    public const string All = "stations";

    public static RedisValue Member(StationId station) => OpaqueId.Bytes(station.Value);
}
