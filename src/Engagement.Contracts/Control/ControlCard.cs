namespace Engagement.Contracts;

/// <summary>What operators changed of the campaign, as it stands.</summary>
/// <param name="Values">Fields that differ from the configuration.</param>
/// <param name="Latest">The latest changes, newest first.</param>
/// <param name="Frozen">Units that are frozen, by <see cref="ControlUnit"/>.</param>
[GenerateSerializer, Immutable, Alias("eng.control.card")]
public sealed record ControlCard(
    [property: Id(0)] IReadOnlyDictionary<ControlField, string> Values, [property: Id(1)] IReadOnlyList<ControlChange> Latest,
    [property: Id(2)] IReadOnlyList<string> Frozen);
