using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Filings;

/// <summary>Names of what a filing stands for outside its record.</summary>
internal static class FilingEffects
{
    /// <summary>Agenda: the lines of a batch go out.</summary>
    public const string StepKind = "filing";

    /// <summary>An organisation's filings of a stage, by the instant at which they came there.</summary>
    public static string Of(string organisation, FilingStage stage) => $"filings:{organisation}:{stage}";

    /// <summary>What is still in a batch, by its place; what went out again is in the newer one alone.</summary>
    public static string In(string organisation, string batch) => $"filing-batch:{organisation}:{batch}";

    /// <summary>An organisation's batches, by the instant of their making.</summary>
    public static string Batches(string organisation) => $"filing-batches:{organisation}";

    public static RedisValue Member(ServiceRecordId entry) => OpaqueId.Bytes(entry.Value);
}
