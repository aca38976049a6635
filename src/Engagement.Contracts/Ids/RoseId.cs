namespace Engagement.Contracts;

/// <summary>One rose. Derived by HMAC from who made it and their command, so that a replay meets its own rose. Shown as 22 characters (<see cref="OpaqueId"/>).</summary>
/// <param name="Value">The 128 bits.</param>
[GenerateSerializer, Immutable, Alias("eng.id.rose")]
public readonly record struct RoseId([property: Id(0)] Guid Value)
{
    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsNone => Value == Guid.Empty;

    /// <summary>Reads the visible form; false when it is malformed.</summary>
    public static bool TryParse(string? text, out RoseId id)
    {
        var read = OpaqueId.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => OpaqueId.Format(Value);
}
