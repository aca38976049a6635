namespace Engagement.Contracts;

/// <summary>A place that becomes a rose station.</summary>
/// <param name="Name">What is written on its door, 1 to 24 characters; chosen by an operator, so not moderated.</param>
/// <param name="Kind">What it is.</param>
/// <param name="District">District code of the catalogue. The only thing about its place that is kept.</param>
/// <param name="Reason">Reason id of what its roses say.</param>
/// <param name="Preset">Preset id of that reason: what every rose that it hands out says.</param>
[GenerateSerializer, Immutable, Alias("eng.station.open")]
public sealed record OpenStation([property: Id(0)] string Name, [property: Id(1)] StationKind Kind, [property: Id(2)] string District,
    [property: Id(3)] string Reason, [property: Id(4)] string Preset);
