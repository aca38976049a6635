namespace Engagement.Contracts;

/// <summary>A mobile number as the store knows it: an HMAC under a key of its own, so that the number itself is kept nowhere. Shown as 22 characters (<see cref="OpaqueId"/>).</summary>
/// <param name="Value">128 bits of the HMAC.</param>
[GenerateSerializer, Immutable, Alias("eng.id.phone")]
public readonly record struct PhoneKey([property: Id(0)] Guid Value)
{
    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsNone => Value == Guid.Empty;

    /// <summary>Reads the visible form; false when it is malformed.</summary>
    public static bool TryParse(string? text, out PhoneKey key)
    {
        var read = OpaqueId.TryParse(text, out var value);
        key = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => OpaqueId.Format(Value);
}
