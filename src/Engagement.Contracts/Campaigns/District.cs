using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Engagement.Contracts;

/// <summary>A district or county-level city of the campaign's city.</summary>
[GenerateSerializer, Immutable, Alias("eng.ref.district")]
public sealed record District
{
    /// <summary>Six digits of the national code (GB/T 2260), for example 440703.</summary>
    [Id(0)] public required string Code { get; init; }

    /// <summary>Chinese name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>English name.</summary>
    [Id(2)] public required string English { get; init; }

    /// <summary>All entries on the level of towns, in the order of their codes.</summary>
    [Id(3)] public required ImmutableArray<Town> Towns { get; init; }

    /// <summary>Codes of the districts that touch it; default where nobody said it.</summary>
    [Id(4)] public ImmutableArray<string> Borders { get; init; }
}

/// <summary>An entry on the level of towns.</summary>
[GenerateSerializer, Immutable, Alias("eng.ref.town")]
public sealed record Town
{
    /// <summary>Nine digits that begin with the district's code.</summary>
    [Id(0)] public required string Code { get; init; }

    /// <summary>Chinese name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>What it is; an <see cref="TownKind.Area"/> is not offered to citizens.</summary>
    [Id(2)] public required TownKind Kind { get; init; }

    /// <summary>English name: pinyin and what it is; null in data seeded before there was one.</summary>
    [Id(3)] public string? English { get; init; }
}

/// <summary>Kinds of entries on the level of towns.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TownKind>))]
public enum TownKind
{
    /// <summary>镇.</summary>
    [JsonStringEnumMemberName("town")] Town = 0,

    /// <summary>街道.</summary>
    [JsonStringEnumMemberName("street")] Street = 1,

    /// <summary>A park, farm or prison that the statistics office codes on this level.</summary>
    [JsonStringEnumMemberName("area")] Area = 2,
}
