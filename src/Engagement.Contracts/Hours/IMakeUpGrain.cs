namespace Engagement.Contracts;

/// <summary>
/// One make-up entry (补录) on its way: an organiser proposes it, somebody else approves it, the volunteer confirms it, and only then it is recorded
/// (VH-07). Key: <c>campaign/make-up-id</c>. Its minutes are honour hours and never longer than the shift.
/// </summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer. None: NotFound.</remarks>
[Alias("eng.makeup")]
public interface IMakeUpGrain : IGrainWithStringKey
{
    /// <summary>
    /// An organiser of the activity's organisation proposes it. Invalid names the field: <c>activity</c> (unknown, cancelled or not over), <c>shift</c>,
    /// <c>volunteer</c>, <c>from</c> or <c>to</c> (outside the shift), <c>reason</c>, <c>evidence</c>. Forbidden for oneself.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Propose"), ResponseTimeout("00:00:05")]
    Task<Receipt> Propose(CommandId command, ParticipantId by, ProposeMakeUp proposal);

    /// <summary>
    /// Another organiser, or a reviewer of the district, approves or refuses it; audited. Forbidden for the proposer and the volunteer. Expired for an
    /// organiser once ten working days after the shift are over, or when nobody can tell: then only a reviewer approves.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Decide"), ResponseTimeout("00:00:05")]
    Task<Receipt> Decide(CommandId command, ParticipantId by, bool approve);

    /// <summary>The volunteer confirms what was approved, or says why not. Expired after 30 days; nobody gets hours silently.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Answer"), ResponseTimeout("00:00:05")]
    Task<Receipt> Answer(CommandId command, ParticipantId by, MakeUpAnswer answer);

    /// <summary>What two people and the volunteer agreed on; null while, or when, they did not. Asked by the volunteer's own grain.</summary>
    [Alias("Agreed")] Task<AgreedMakeUp?> Agreed(ParticipantId volunteer);

    /// <summary>An agenda entry of this make-up is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
