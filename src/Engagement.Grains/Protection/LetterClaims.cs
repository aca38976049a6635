using System.Text.Json.Serialization;

namespace Engagement.Grains.Protection;

/// <summary>What a good-deed letter says: when, where by district, what, who, and nothing of anybody else.</summary>
public sealed record LetterClaims
{
    /// <summary>The campaign that says so.</summary>
    [JsonPropertyName("iss")] public required string Campaign { get; init; }

    /// <summary>Number of the letter, which is its act's.</summary>
    [JsonPropertyName("jti")] public required string Number { get; init; }

    /// <summary>When it was issued: Unix seconds.</summary>
    [JsonPropertyName("iat")] public required long IssuedAt { get; init; }

    /// <summary>Catalogue id of what was done.</summary>
    [JsonPropertyName("act")] public required string Act { get; init; }

    /// <summary>Its name in Chinese, as the catalogue had it then.</summary>
    [JsonPropertyName("title")] public required string Title { get; init; }

    /// <summary>When, to the minute, with the city's offset.</summary>
    [JsonPropertyName("at")] public required string At { get; init; }

    /// <summary>Name of the district; absent when it was not told.</summary>
    [JsonPropertyName("district"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? District { get; init; }

    /// <summary>E2 or E3.</summary>
    [JsonPropertyName("level")] public required string Level { get; init; }

    /// <summary>Company id; absent for a city rider.</summary>
    [JsonPropertyName("company"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Company { get; init; }

    /// <summary>The company's name.</summary>
    [JsonPropertyName("company_name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? CompanyName { get; init; }

    /// <summary>The company's own number of the courier; absent when its roster has none.</summary>
    [JsonPropertyName("staff_number"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? StaffNumber { get; init; }

    /// <summary>The name that the courier shows; absent when they show none.</summary>
    [JsonPropertyName("courier"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Courier { get; init; }
}
