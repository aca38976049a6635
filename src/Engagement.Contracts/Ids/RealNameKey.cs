namespace Engagement.Contracts;

/// <summary>An ID number as the store matches it: an HMAC under a key of its own, so that no key, log or message names the number. Shown as 22 characters (<see cref="OpaqueId"/>).</summary>
/// <param name="Value">128 bits of the HMAC.</param>
[GenerateSerializer, Immutable, Alias("eng.id.realname")]
public readonly record struct RealNameKey([property: Id(0)] Guid Value)
{
    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsNone => Value == Guid.Empty;

    /// <summary>Reads the visible form; false when it is malformed.</summary>
    public static bool TryParse(string? text, out RealNameKey key)
    {
        var read = OpaqueId.TryParse(text, out var value);
        key = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => OpaqueId.Format(Value);
}
