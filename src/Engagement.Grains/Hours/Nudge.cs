using Engagement.Contracts;

namespace Engagement.Grains.Hours;

/// <summary>That the organisers of an activity were asked to settle it.</summary>
/// <param name="Activity">Which.</param>
/// <param name="Day">Shanghai day of the last time.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.nudge")]
public readonly record struct Nudge([property: Id(0)] ActivityId Activity, [property: Id(1)] int Day);
