using System.Collections.Immutable;

namespace Engagement.Contracts;

/// <summary>Everything a campaign knows about its city before the first rose. Checked as a whole by the loader.</summary>
[GenerateSerializer, Immutable, Alias("eng.ref.data")]
public sealed record ReferenceData
{
    /// <summary>Districts with their towns.</summary>
    [Id(0)] public required ImmutableArray<District> Districts { get; init; }

    /// <summary>Courier and takeaway companies.</summary>
    [Id(1)] public required ImmutableArray<Company> Companies { get; init; }

    /// <summary>Organisations.</summary>
    [Id(2)] public required ImmutableArray<Organisation> Organisations { get; init; }

    /// <summary>Reasons with their preset letters.</summary>
    [Id(3)] public required ImmutableArray<Reason> Reasons { get; init; }

    /// <summary>Thank-back phrases.</summary>
    [Id(4)] public required ImmutableArray<Phrase> Thanks { get; init; }

    /// <summary>Display names on offer.</summary>
    [Id(5)] public required ImmutableArray<Phrase> Names { get; init; }

    /// <summary>Civic acts that couriers can log; empty in data seeded before there were any.</summary>
    [Id(6)] public ImmutableArray<ActKind> Acts { get; init; } = [];

    /// <summary>Classes of voluntary service; empty in data seeded before there were any.</summary>
    [Id(7)] public ImmutableArray<ServiceClass> ServiceClasses { get; init; } = [];

    /// <summary>The class of service with this id, or null.</summary>
    public ServiceClass? Service(string? id) => ServiceClasses.FirstOrDefault(service => service.Id == id);

    /// <summary>The civic act with this id, or null.</summary>
    public ActKind? Act(string? id) => Acts.FirstOrDefault(act => act.Id == id);

    /// <summary>The reason of own words that were given none; null in data seeded before there was one.</summary>
    public Reason? Neutral => Reasons.FirstOrDefault(reason => reason.Neutral);

    /// <summary>The company that a typed code belongs to, or null.</summary>
    public Company? CompanyByCode(string? typed) => JoinCode.Normalise(typed) is { } code ? Companies.FirstOrDefault(company => company.JoinCode == code) : null;

    /// <summary>The organisation that a typed code belongs to, or null.</summary>
    public Organisation? OrganisationByCode(string? typed) => JoinCode.Normalise(typed) is { } code ? Organisations.FirstOrDefault(unit => unit.JoinCode == code) : null;
}
