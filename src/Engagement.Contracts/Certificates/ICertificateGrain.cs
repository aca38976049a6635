namespace Engagement.Contracts;

/// <summary>
/// One certificate of volunteer service (志愿服务记录证明, 令67号 Art. 14 to 17, product.md VH-11): a snapshot that never changes. Free, and issued at the volunteer's own wish.
/// Key: <c>campaign/number</c>, the number made of the volunteer and their command, so that a retry meets its own certificate.
/// </summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer. No certificate: NotFound.</remarks>
[Alias("eng.certificate")]
public interface ICertificateGrain : IGrainWithStringKey
{
    /// <summary>
    /// The volunteer has it issued. LevelNeeded below L2 (Charity Law Art. 66); DailyLimit above <see cref="IssueCertificate.PerDay"/>; Invalid names the field: <c>from</c>,
    /// <c>to</c>, <c>units</c>, <c>shows</c>, or <c>period</c> (nothing that may be certified, or too much for one). What is held, imported or being looked at is left out.
    /// </summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="by">Whose hours.</param>
    /// <param name="choice">What is certified.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Issue"), ResponseTimeout("00:00:05")]
    Task<Receipt> Issue(CommandId command, ParticipantId by, IssueCertificate choice);

    /// <summary>Its holder makes a link that shows a part of it. Invalid names the field: <c>scope</c>, <c>key</c>, <c>days</c>; TooMany above <see cref="ShareCertificate.Most"/>. NotFound for anybody else.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Share"), ResponseTimeout("00:00:05")]
    Task<Receipt> Share(CommandId command, ParticipantId by, ShareCertificate share);

    /// <summary>Its holder ends a link for good; Done also when it had ended before.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("EndShare"), ResponseTimeout("00:00:05")]
    Task<Receipt> EndShare(CommandId command, ParticipantId by, int share);

    /// <summary>An organiser of a unit in it asks that it be taken back; somebody else of the unit must agree. Forbidden for others and for its holder; AlreadyDecided when somebody asked before.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("AskRevocation"), ResponseTimeout("00:00:05")]
    Task<Receipt> AskRevocation(CommandId command, ParticipantId by, string unit, CertificateFault fault);

    /// <summary>Another organiser of that unit agrees, and it is revoked for good, or does not; audited. Forbidden for who asked, who may only take it back.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("AnswerRevocation"), ResponseTimeout("00:00:05")]
    Task<Receipt> AnswerRevocation(CommandId command, ParticipantId by, bool agree);

    /// <summary>Whether somebody who was handed the certificate knows the full name in it: Done, NotFound for another name or none, DailyLimit after ten wrong names of a day.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("IsName"), ResponseTimeout("00:00:05")]
    Task<Outcome> IsName(TypedName name);

    /// <summary>The account was closed: locked, shown to nobody any more. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Forget"), ResponseTimeout("00:00:05")]
    Task Forget();
}
