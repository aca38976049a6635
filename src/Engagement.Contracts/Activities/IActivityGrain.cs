namespace Engagement.Contracts;

/// <summary>One volunteer activity: what it is, its shifts, who comes and who came. Key: <c>campaign/activity-id</c>.</summary>
/// <remarks>
/// Every command of organisers and reviewers is safe to retry: the same <c>command</c> with the same content returns its first answer.
/// Commands of participants are idempotent by where they stand: one that is older than their latest changes nothing. No activity: NotFound.
/// </remarks>
[Alias("eng.activity")]
public partial interface IActivityGrain : IGrainWithStringKey
{
    /// <summary>
    /// An organiser writes the draft, or changes what is published: sign-ups are told, and after another time or place they must say yes
    /// again. Invalid and TextRefused name the fields; AlreadyDecided once it has ended or was cancelled, or while it is reviewed.
    /// </summary>
    /// <param name="command">Idempotency key, a UUIDv7; the first one also makes the id.</param>
    /// <param name="by">Organiser of <paramref name="organisation"/>.</param>
    /// <param name="organisation">Whose activity it is; can't be changed later.</param>
    /// <param name="draft">All of it.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Write"), ResponseTimeout("00:00:05")]
    Task<ActivityReceipt> Write(CommandId command, ParticipantId by, string organisation, ActivityDraft draft);

    /// <summary>An organiser hands the draft in for review. Invalid names everything that article 12 asks for and is missing; SwitchedOff while the organisation is frozen.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Submit"), ResponseTimeout("00:00:05")]
    Task<ActivityReceipt> Submit(CommandId command, ParticipantId by);

    /// <summary>A reviewer of the district publishes it, or sends it back with a reason, audited. Forbidden for whoever wrote or handed it in; SwitchedOff to publish while the organisation is frozen.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Decide"), ResponseTimeout("00:00:05")]
    Task<Receipt> Decide(CommandId command, ParticipantId by, bool publish, string? reason);

    /// <summary>An organiser or a reviewer cancels it, audited, until its last shift is over. Everybody is told the reason.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Cancel"), ResponseTimeout("00:00:05")]
    Task<Receipt> Cancel(CommandId command, ParticipantId by, string? reason);

    /// <summary>An organiser moves the end of a shift that has begun, until it is settled. Nobody's agreed time gets longer: only attendance may.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="by">An organiser.</param>
    /// <param name="shift">Number of the shift.</param>
    /// <param name="minutes">After the agreed end, 0 to <c>Activities:ExtendMinutes</c>.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Extend"), ResponseTimeout("00:00:05")]
    Task<Receipt> Extend(CommandId command, ParticipantId by, int shift, int minutes);

    /// <summary>An organiser names the insurance policy and declares that everybody who has a place now is on its list. Again after the roster changed.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Insure"), ResponseTimeout("00:00:05")]
    Task<Receipt> Insure(CommandId command, ParticipantId by, string policy);

    /// <summary>An agenda entry of this activity is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:20")]
    Task Due(string entry);
}
