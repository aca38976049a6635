namespace Engagement.Contracts;

/// <summary>A station as its keepers and operators see it.</summary>
/// <param name="Exists">False for an unknown one; then nothing else is set.</param>
/// <param name="Name">On its door.</param>
/// <param name="Kind">What it is.</param>
/// <param name="District">District code.</param>
/// <param name="Open">Gives and takes roses.</param>
/// <param name="Stock">Roses left to hand out.</param>
/// <param name="HandedOut">Roses handed out ever.</param>
/// <param name="Keeper">Who is on duty; default for nobody.</param>
/// <param name="Since">When the shift on duty began, or the last one ended.</param>
/// <param name="Shifts">The latest shifts, newest first.</param>
[GenerateSerializer, Immutable, Alias("eng.station.view")]
public sealed record StationView(
    [property: Id(0)] bool Exists, [property: Id(1)] string Name = "", [property: Id(2)] StationKind Kind = default, [property: Id(3)] string District = "",
    [property: Id(4)] bool Open = false, [property: Id(5)] int Stock = 0, [property: Id(6)] long HandedOut = 0, [property: Id(7)] ParticipantId Keeper = default,
    [property: Id(8)] DateTimeOffset Since = default, [property: Id(9)] IReadOnlyList<StationShift>? Shifts = null);

/// <summary>One keeper's shift.</summary>
/// <param name="Keeper">Who.</param>
/// <param name="Began">Unix milliseconds.</param>
/// <param name="Ended">Unix milliseconds; 0 while on duty.</param>
/// <param name="CountedIn">Roses that the keeper counted when they took over.</param>
/// <param name="CountedOut">Roses that were counted when they handed over; the next keeper's count when they left without one.</param>
/// <param name="HandedOut">Roses handed out meanwhile.</param>
/// <param name="Relieved">The next keeper took over without a hand-over.</param>
[GenerateSerializer, Immutable, Alias("eng.station.shift")]
public sealed record StationShift(
    [property: Id(0)] ParticipantId Keeper, [property: Id(1)] long Began, [property: Id(2)] long Ended = 0, [property: Id(3)] int CountedIn = 0,
    [property: Id(4)] int CountedOut = 0, [property: Id(5)] int HandedOut = 0, [property: Id(6)] bool Relieved = false);
