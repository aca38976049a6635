namespace Engagement.Contracts;

/// <summary>The code on a station's screen now.</summary>
/// <param name="Text">8 characters without 0, O, 1 and I.</param>
/// <param name="Next">When the next one takes its place; this one is accepted a little longer.</param>
/// <param name="Stock">Roses left to hand out.</param>
[GenerateSerializer, Immutable, Alias("eng.station.code")]
public sealed record StationCode([property: Id(0)] string Text, [property: Id(1)] DateTimeOffset Next, [property: Id(2)] int Stock);

/// <summary>What a code that was scanned or typed is worth.</summary>
/// <param name="Outcome">Done, or NotFound for a code of no time, Expired for one that is over, SwitchedOff for a station that is closed or has nobody on duty.</param>
/// <param name="Pass">With Done, and with Expired for whoever repeats a command that was carried out in time: what <see cref="IStationGrain.HandOut"/> takes. Never leaves the server unprotected.</param>
[GenerateSerializer, Immutable, Alias("eng.station.checked")]
public sealed record CodeCheck([property: Id(0)] Outcome Outcome, [property: Id(1)] StationPass? Pass = null);

/// <summary>Somebody stood at the station's screen.</summary>
/// <param name="Station">Where.</param>
/// <param name="Window">Which code was on the screen: half minutes since 1970.</param>
/// <param name="SeenAt">Unix milliseconds at which it was scanned.</param>
[GenerateSerializer, Immutable, Alias("eng.station.pass")]
public sealed record StationPass([property: Id(0)] StationId Station, [property: Id(1)] long Window, [property: Id(2)] long SeenAt);

/// <summary>Answer to somebody who takes a rose of the station.</summary>
/// <param name="Outcome">Done, or why not: DailyLimit for who had today's, Expired for a pass or a code that is used up, AllowanceUsed when the stock is empty.</param>
/// <param name="Rose">The rose: with DailyLimit today's earlier one.</param>
[GenerateSerializer, Immutable, Alias("eng.station.handed")]
public sealed record HandOutReceipt([property: Id(0)] Outcome Outcome, [property: Id(1)] RoseId Rose = default);
