namespace Engagement.Contracts;

/// <summary>A class of voluntary service: what an activity and the hours of it are filed under.</summary>
[GenerateSerializer, Immutable, Alias("eng.ref.service")]
public sealed record ServiceClass
{
    /// <summary>Stable slug.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>One Chinese character for lists.</summary>
    [Id(1)] public required string Mark { get; init; }

    /// <summary>Its name.</summary>
    [Id(2)] public required LocalizedText Title { get; init; }
}
