namespace Engagement.Contracts;

/// <summary>A correction of an entry: it stays, and another one adds or takes minutes (VH-08).</summary>
/// <param name="Entry">Which.</param>
/// <param name="Minutes">What it adds, or below zero takes. The entry never counts less than nothing nor more than the server counted: more is a make-up's.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.offset")]
public sealed record OffsetHours(
    [property: Id(0)] ServiceRecordId Entry, [property: Id(1)] int Minutes, [property: Id(2)] HourReason Reason);

/// <summary>A reviewer's decision about an entry that is held.</summary>
/// <param name="Entry">Which.</param>
/// <param name="Counts">It counts, as far as nothing else counts at that time.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.held")]
public sealed record DecideHeld(
    [property: Id(0)] ServiceRecordId Entry, [property: Id(1)] bool Counts, [property: Id(2)] HourReason Reason);

/// <summary>Hours from another system: shown apart, on no local board, in no local total but their own.</summary>
/// <param name="System">The system's name, as shown.</param>
/// <param name="Row">What the system calls the row: the same one is taken in once.</param>
/// <param name="Organisation">Id of the organisation here, or its name there.</param>
/// <param name="Title">Service content.</param>
/// <param name="ServiceClass">Id of the service class.</param>
/// <param name="District">District's code; null for none.</param>
/// <param name="From">Unix milliseconds at which the service began.</param>
/// <param name="Minutes">1 to 480.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.imported")]
public sealed record ImportedHours(
    [property: Id(0)] string System, [property: Id(1)] string Row, [property: Id(2)] string Organisation, [property: Id(3)] string Title,
    [property: Id(4)] string ServiceClass, [property: Id(5)] string? District, [property: Id(6)] long From, [property: Id(7)] int Minutes);
