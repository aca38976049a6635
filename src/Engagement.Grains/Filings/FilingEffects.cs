using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Filings;

/// <summary>Names of what a filing stands for outside its record.</summary>
internal static class FilingEffects
{
    /// <summary>An organisation's filings of a stage, by the instant at which they came there.</summary>
    public static string Of(string organisation, FilingStage stage) => $"filings:{organisation}:{stage}";

    /// <summary>A batch: its services by their place.</summary>
    public static string In(string organisation, string batch) => $"filing-batch:{organisation}:{batch}";

    /// <summary>An organisation's batches: services that are still in each. One that went out again is in the newer batch alone.</summary>
    public static string Batches(string organisation) => $"filing-batches:{organisation}";

    public static RedisValue Member(ServiceRecordId entry) => OpaqueId.Bytes(entry.Value);
}
