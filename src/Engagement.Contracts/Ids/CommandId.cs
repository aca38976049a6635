namespace Engagement.Contracts;

/// <summary>Idempotency key of a command: a UUIDv7 (RFC 9562) made once by the caller and sent again with every retry.</summary>
/// <param name="Value">The UUID.</param>
[GenerateSerializer, Immutable, Alias("eng.id.command")]
public readonly record struct CommandId([property: Id(0)] Guid Value)
{
    /// <summary>A new key for this instant.</summary>
    public static CommandId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The instant inside the key, milliseconds since 1970.</summary>
    public long UnixMilliseconds => (long)(OpaqueId.High(Value) >> 16);

    /// <summary>Reads a UUID with version 7; false for any other text or version.</summary>
    public static bool TryParse(string? text, out CommandId id)
    {
        id = default;
        if (!Guid.TryParseExact(text, "D", out var value) || value.Version != 7)
        {
            return false;
        }

        id = new(value);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
