using System.Text.Json.Serialization;

namespace Engagement.Contracts;

/// <summary>A civic act that couriers can log: good ones only, there is no entry for anything else (product.md CA-02, CA-13).</summary>
[GenerateSerializer, Immutable, Alias("eng.ref.act")]
public sealed record ActKind
{
    /// <summary>Stable slug.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>One Chinese character for the big button.</summary>
    [Id(1)] public required string Mark { get; init; }

    /// <summary>Its name on the button.</summary>
    [Id(2)] public required LocalizedText Title { get; init; }

    /// <summary>What it means.</summary>
    [Id(3)] public required LocalizedText Hint { get; init; }

    /// <summary>Where it stands on the page.</summary>
    [Id(4)] public required ActGroup Group { get; init; }

    /// <summary>May enter the civic-behaviour record: bravery, volunteering, charity (article 29; RB-08).</summary>
    [Id(5)] public bool Record { get; init; }
}

/// <summary>Groups of civic acts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActGroup>))]
public enum ActGroup
{
    /// <summary>On the road (article 14).</summary>
    [JsonStringEnumMemberName("riding")] Riding = 0,

    /// <summary>For others (article 25).</summary>
    [JsonStringEnumMemberName("helping")] Helping = 1,
}
