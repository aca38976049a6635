namespace Engagement.Contracts;

/// <summary>
/// A volunteer says that their hours are wrong or something is missing, and the organisation must check (令67号 Art. 13, VH-20). Key:
/// <c>campaign/correction-id</c>. After ten working days, and when the volunteer does not agree with a refusal, a reviewer decides.
/// </summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer. None: NotFound.</remarks>
[Alias("eng.correction")]
public interface ICorrectionGrain : IGrainWithStringKey
{
    /// <summary>The volunteer asks. Invalid names the field: <c>entry</c>, <c>activity</c>, <c>fault</c> or <c>note</c>. DailyLimit while 20 of theirs wait.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Ask"), ResponseTimeout("00:00:05")]
    Task<Receipt> Ask(CommandId command, ParticipantId by, AskCorrection ask);

    /// <summary>
    /// An organiser decides, or a reviewer once it was escalated; audited. Minutes become an offset of the entry in the volunteer's ledger, exactly once.
    /// Invalid names the field: <c>verdict</c>, <c>minutes</c>. Forbidden for the volunteer; Frozen for an organiser when it was escalated.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Decide"), ResponseTimeout("00:00:05")]
    Task<Receipt> Decide(CommandId command, ParticipantId by, DecideCorrection decision);

    /// <summary>The volunteer does not agree with the organisation's refusal: a reviewer decides, once.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Escalate"), ResponseTimeout("00:00:05")]
    Task<Receipt> Escalate(CommandId command, ParticipantId by);

    /// <summary>The offset that was decided; null for none. Asked by the volunteer's own grain.</summary>
    [Alias("Fix")] Task<DecidedOffset?> Fix(ParticipantId volunteer);

    /// <summary>The account was closed: the volunteer's words go. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Erase"), ResponseTimeout("00:00:05")]
    Task Erase();

    /// <summary>An agenda entry of this request is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
