namespace Engagement.Contracts;

/// <summary>One row of hours from another system. Derived by HMAC from that system and its own number of the row, so a row exists once. Shown as 22 characters (<see cref="OpaqueId"/>).</summary>
/// <param name="Value">The 128 bits.</param>
[GenerateSerializer, Immutable, Alias("eng.id.hourrow")]
public readonly record struct HourRowId([property: Id(0)] Guid Value)
{
    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsNone => Value == Guid.Empty;

    /// <summary>Reads the visible form; false when it is malformed.</summary>
    public static bool TryParse(string? text, out HourRowId id)
    {
        var read = OpaqueId.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => OpaqueId.Format(Value);
}
