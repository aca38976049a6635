namespace Engagement.Contracts;

/// <summary>A volunteer's hours, in minutes: the sum of the entries, offsets included.</summary>
/// <param name="Credit">信用时数.</param>
/// <param name="Honour">荣誉时数 without imported ones.</param>
/// <param name="Imported">From other systems.</param>
/// <param name="Held">Waiting for somebody to look: counts nowhere yet.</param>
/// <param name="Entries">Entries so far.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.totals")]
public sealed record HourTotals(
    [property: Id(0)] int Credit = 0, [property: Id(1)] int Honour = 0, [property: Id(2)] int Imported = 0, [property: Id(3)] int Held = 0, [property: Id(4)] int Entries = 0);
