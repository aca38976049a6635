namespace Engagement.Contracts;

/// <summary>
/// One batch of printed codes (OR-01..06). Key: <c>campaign/number</c>. It knows which codes were bound and which are void; a code's
/// rose is born in its first scanner's hands and travels as every rose does.
/// </summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer.</remarks>
[Alias("eng.batch")]
public interface IRoseBatchGrain : IGrainWithStringKey
{
    /// <summary>Issues the batch under this number. AlreadyDecided when another command did.</summary>
    /// <param name="command">Idempotency key, a UUIDv7 made once by the caller.</param>
    /// <param name="batch">What is wanted; Invalid names the field.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Issue"), ResponseTimeout("00:00:05")]
    Task<BatchReceipt> Issue(CommandId command, IssueBatch batch);

    /// <summary>
    /// Somebody scanned a code, and whoever calls has checked it. The first scan births its rose in their hands; a later one takes
    /// the rose while its holder is handing it over. Of any number of scanners at most one gets it.
    /// </summary>
    /// <param name="command">Idempotency key.</param>
    /// <param name="serial">The code's number in the batch.</param>
    /// <param name="scan">Who, and when if it was without network.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Scan"), ResponseTimeout("00:00:05")]
    Task<PaperReceipt> Scan(CommandId command, int serial, PaperScan scan);

    /// <summary>Gives the whole batch to couriers of a company or to city riders, or to nobody in particular (null), while none of its codes is bound. A batch of stickers can't be given.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Hand"), ResponseTimeout("00:00:05")]
    Task<Receipt> Hand(CommandId command, ParticipantId by, string? seed);

    /// <summary>Gives the whole batch to one courier to hand out, as seeds of the company they ride for now, or of the city riders. As <see cref="Hand"/>; NotEnrolled for somebody who is no courier.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("HandTo"), ResponseTimeout("00:00:05")]
    Task<Receipt> HandTo(CommandId command, ParticipantId by, ParticipantId courier);

    /// <summary>Voids codes: their prints are dead, and roses that were born from them are voided, counts and all, in the next seconds.</summary>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="from">First serial.</param>
    /// <param name="to">Last serial.</param>
    /// <param name="reason">Why, for the audit log; 1 to 200 characters.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Void"), ResponseTimeout("00:00:05")]
    Task<Receipt> Void(CommandId command, ParticipantId by, int from, int to, string reason);

    /// <summary>Prints codes again under a new batch: the old prints are dead, their roses and journeys go on under the new ones.</summary>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="from">First serial.</param>
    /// <param name="to">Last serial.</param>
    /// <param name="reason">Why; 1 to 200 characters.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Reissue"), ResponseTimeout("00:00:05")]
    Task<BatchReceipt> Reissue(CommandId command, ParticipantId by, int from, int to, string reason);

    /// <summary>Writes into the audit log that an operator takes live codes away. Only after Done may they be handed out.</summary>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="what">What, like <c>pdf:0-239</c>; at most 40 characters.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Download"), ResponseTimeout("00:00:05")]
    Task<Receipt> Download(CommandId command, ParticipantId by, string what);

    /// <summary>An agenda entry of this batch is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
