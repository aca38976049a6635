namespace Engagement.Contracts;

/// <summary>One case of hours that somebody is to look at. Derived by HMAC from its signal and what it is about: the same question is asked once. Shown as 22 characters (<see cref="OpaqueId"/>).</summary>
/// <param name="Value">The 128 bits.</param>
[GenerateSerializer, Immutable, Alias("eng.id.hourscase")]
public readonly record struct HoursCaseId([property: Id(0)] Guid Value)
{
    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsNone => Value == Guid.Empty;

    /// <summary>Reads the visible form; false when it is malformed.</summary>
    public static bool TryParse(string? text, out HoursCaseId id)
    {
        var read = OpaqueId.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => OpaqueId.Format(Value);
}
