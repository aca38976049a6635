namespace Engagement.Contracts;

/// <summary>One rose station. Shown as 22 characters (<see cref="OpaqueId"/>); the scope of its keepers' role.</summary>
/// <param name="Value">The 128 bits.</param>
[GenerateSerializer, Immutable, Alias("eng.id.station")]
public readonly record struct StationId([property: Id(0)] Guid Value)
{
    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsNone => Value == Guid.Empty;

    /// <summary>As whom a station gives and takes in chains: the same 128 bits, which belong to no person.</summary>
    public ParticipantId InChains => new(Value);

    /// <summary>Reads the visible form; false when it is malformed.</summary>
    public static bool TryParse(string? text, out StationId id)
    {
        var read = OpaqueId.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => OpaqueId.Format(Value);
}
