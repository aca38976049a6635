namespace Engagement.Contracts;

/// <summary>A volunteer's request to correct their hours. Derived by HMAC from the volunteer and their command. Shown as 22 characters (<see cref="OpaqueId"/>).</summary>
/// <param name="Value">The 128 bits.</param>
[GenerateSerializer, Immutable, Alias("eng.id.correction")]
public readonly record struct CorrectionId([property: Id(0)] Guid Value)
{
    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsNone => Value == Guid.Empty;

    /// <summary>Reads the visible form; false when it is malformed.</summary>
    public static bool TryParse(string? text, out CorrectionId id)
    {
        var read = OpaqueId.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => OpaqueId.Format(Value);
}
