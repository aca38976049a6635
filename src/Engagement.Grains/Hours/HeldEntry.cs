using Engagement.Contracts;

namespace Engagement.Grains.Hours;

/// <summary>An entry that waits for a reviewer.</summary>
/// <param name="Entry">Which.</param>
/// <param name="At">Unix milliseconds since which.</param>
/// <param name="District">District's code: whose reviewers decide; null for those of the whole city.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.waits")]
public readonly record struct HeldEntry([property: Id(0)] ServiceRecordId Entry, [property: Id(1)] long At, [property: Id(2)] string? District);
