namespace Engagement.Contracts;

/// <summary>A courier or takeaway company.</summary>
[GenerateSerializer, Immutable, Alias("eng.ref.company")]
public sealed record Company
{
    /// <summary>Stable slug.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Chinese name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>Chinese name for boards and buttons.</summary>
    [Id(2)] public required string ShortName { get; init; }

    /// <summary>English name.</summary>
    [Id(3)] public required string English { get; init; }

    /// <summary>What a courier types to join; see <see cref="Contracts.JoinCode"/>.</summary>
    [Id(4)] public required string JoinCode { get; init; }

    /// <summary>True for rehearsal data, which claims no participation.</summary>
    [Id(5)] public required bool Sample { get; init; }
}
