using Engagement.Contracts;

namespace Engagement.Grains.Storage;

/// <summary>One line of the cell's append-only audit log (<c>audit</c>): who did what, to what, when and why.</summary>
[GenerateSerializer, Immutable, Alias("eng.audit")]
public sealed record AuditEntry(
    [property: Id(0)] long At, [property: Id(1)] string Act, [property: Id(2)] string Target,
    [property: Id(3)] ParticipantId By, [property: Id(4)] string Reason)
{
    /// <summary>An entry of this instant.</summary>
    public static AuditEntry Of(DateTimeOffset now, string act, string target, ParticipantId by, string reason) =>
        new(now.ToUnixTimeMilliseconds(), act, target, by, reason);
}
