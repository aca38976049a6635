using System.Text.Json.Serialization;

namespace Engagement.Contracts;

/// <summary>A school, hospital, volunteer team or enterprise that takes part as a unit.</summary>
[GenerateSerializer, Immutable, Alias("eng.ref.organisation")]
public sealed record Organisation
{
    /// <summary>Stable slug.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Chinese name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>English name.</summary>
    [Id(2)] public required string English { get; init; }

    /// <summary>What it is.</summary>
    [Id(3)] public required OrganisationKind Kind { get; init; }

    /// <summary>Code of the district it lies in.</summary>
    [Id(4)] public required string District { get; init; }

    /// <summary>What a member types to join; see <see cref="Contracts.JoinCode"/>.</summary>
    [Id(5)] public required string JoinCode { get; init; }

    /// <summary>True for rehearsal data.</summary>
    [Id(6)] public required bool Sample { get; init; }
}

/// <summary>Kinds of organisations.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrganisationKind>))]
public enum OrganisationKind
{
    /// <summary>学校.</summary>
    [JsonStringEnumMemberName("school")] School = 0,

    /// <summary>医院、卫生院.</summary>
    [JsonStringEnumMemberName("hospital")] Hospital = 1,

    /// <summary>志愿服务队.</summary>
    [JsonStringEnumMemberName("volunteer-team")] VolunteerTeam = 2,

    /// <summary>企业.</summary>
    [JsonStringEnumMemberName("enterprise")] Enterprise = 3,
}
