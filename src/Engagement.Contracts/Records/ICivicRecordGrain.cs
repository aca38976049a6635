namespace Engagement.Contracts;

/// <summary>
/// A person's civic-behaviour record (文明行为记录): what they consented to, what they took out, whom they show it to. Positive only: it
/// shows acts of the catalogue's lawful kinds that reached E2, and there is no command that adds anything to it (RB-08, CA-13).
/// Key: <c>campaign/participant-id</c>.
/// </summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer.</remarks>
[Alias("eng.record")]
public interface ICivicRecordGrain : IGrainWithStringKey
{
    /// <summary>Agrees to the record being kept, or takes that back: then nothing is shown, every share and every open request is gone.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Consent"), ResponseTimeout("00:00:05")]
    Task<Receipt> Consent(CommandId command, bool agree);

    /// <summary>Takes an own act out of the record for good; what it counts for the company stays. NotFound for an act of somebody else.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Remove"), ResponseTimeout("00:00:05")]
    Task<Receipt> Remove(CommandId command, CivicActId act);

    /// <summary>Makes a link that shows the record for so many hours. Forbidden without consent; AllowanceUsed while five others are open.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="hours">1 to 720.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Share"), ResponseTimeout("00:00:05")]
    Task<RecordShared> Share(CommandId command, int hours);

    /// <summary>Ends a link before its time. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("EndShare"), ResponseTimeout("00:00:05")]
    Task<Receipt> EndShare(CommandId command, int share);

    /// <summary>Asks for the correction of an own act's entry. DailyLimit while five requests are open; NotFound for an act of somebody else.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Ask"), ResponseTimeout("00:00:05")]
    Task<Receipt> Ask(CommandId command, RecordCorrection correction);

    /// <summary>An operator answers a request, with a reason that the person reads; audited. AlreadyDecided the second time.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Answer"), ResponseTimeout("00:00:05")]
    Task<Receipt> Answer(CommandId command, ParticipantId by, int request, bool corrected, string reason);

    /// <summary>The account was closed: everything is forgotten. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Forget"), ResponseTimeout("00:00:05")]
    Task Forget();
}
