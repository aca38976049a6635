namespace Engagement.Contracts;

/// <summary>A name that somebody typed to be compared. Never logged: its text form tells nothing.</summary>
/// <param name="Text">As it was typed.</param>
[GenerateSerializer, Immutable, Alias("eng.certificate.typed")]
public sealed record TypedName([property: Id(0)] string Text)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(TypedName);
}
