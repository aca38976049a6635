using System.Collections.Immutable;

namespace Engagement.Contracts;

/// <summary>A reason to give a rose: one civilised act of the city's regulation (articles 14 and 25; product.md CA-02, RR-02), or a neutral thank-you.</summary>
[GenerateSerializer, Immutable, Alias("eng.ref.reason")]
public sealed record Reason
{
    /// <summary>Stable slug.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its name on a button.</summary>
    [Id(1)] public required LocalizedText Title { get; init; }

    /// <summary>Letters ready to send; they need no moderation (design.md §6).</summary>
    [Id(2)] public required ImmutableArray<Phrase> Presets { get; init; }

    /// <summary>Says nothing about a deed: for own words without another reason. Its first preset stands in while own words wait.</summary>
    [Id(3)] public bool Neutral { get; init; }
}

/// <summary>A fixed text with a stable id: a preset letter, a thank-back (RR-08) or a display name.</summary>
[GenerateSerializer, Immutable, Alias("eng.ref.phrase")]
public sealed record Phrase
{
    /// <summary>Stable slug, unique in its file.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Chinese.</summary>
    [Id(1)] public required string Zh { get; init; }

    /// <summary>English.</summary>
    [Id(2)] public required string En { get; init; }
}
