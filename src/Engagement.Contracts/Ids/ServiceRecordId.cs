namespace Engagement.Contracts;

/// <summary>One entry of a volunteer's hours. Derived from what it records, so that the same service never is recorded twice. Shown as 22 characters (<see cref="OpaqueId"/>).</summary>
/// <param name="Value">The 128 bits.</param>
[GenerateSerializer, Immutable, Alias("eng.id.service")]
public readonly record struct ServiceRecordId([property: Id(0)] Guid Value)
{
    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsNone => Value == Guid.Empty;

    /// <summary>Reads the visible form; false when it is malformed.</summary>
    public static bool TryParse(string? text, out ServiceRecordId id)
    {
        var read = OpaqueId.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => OpaqueId.Format(Value);
}
