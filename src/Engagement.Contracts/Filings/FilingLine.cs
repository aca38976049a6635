namespace Engagement.Contracts;

/// <summary>A service in a batch.</summary>
/// <param name="Entry">The entry of hours.</param>
/// <param name="Minutes">What it counts; 0 takes back what was sent before.</param>
[GenerateSerializer, Immutable, Alias("eng.filing.line")]
public readonly record struct FilingLine([property: Id(0)] ServiceRecordId Entry, [property: Id(1)] int Minutes);
