namespace Engagement.Contracts;

/// <summary>
/// The boards of one week (<c>w20261123</c>, by its Monday) or of the whole campaign (<c>all</c>): frozen when it ends, open to
/// objections for a day, then published with a hash and a signature; later corrections are errata (LB-09). Key: <c>campaign/period</c>.
/// </summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer. Each is audited.</remarks>
[Alias("eng.publication")]
public interface IPublicationGrain : IGrainWithStringKey
{
    /// <summary>The period runs: notes the couriers at its beginning and when it will end. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Begin"), ResponseTimeout("00:00:10")]
    Task Begin();

    /// <summary>
    /// Somebody objects to the line of their own unit, once for each board and person. Forbidden for other units; Expired outside the
    /// time for objections; Busy beyond a hundred.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Object"), ResponseTimeout("00:00:10")]
    Task<Receipt> Object(CommandId command, ParticipantId by, BoardObjection objection);

    /// <summary>An operator decides about an objection, with a reason that whoever objected reads. AlreadyDecided the second time.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="by">The operator.</param>
    /// <param name="objection">Number of the objection, from 1.</param>
    /// <param name="upheld">It is right.</param>
    /// <param name="reason">1 to 200 characters.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Decide"), ResponseTimeout("00:00:05")]
    Task<Receipt> Decide(CommandId command, ParticipantId by, int objection, bool upheld, string reason);

    /// <summary>
    /// An operator lays the boards down as they are now, to be published: the first time after the freeze, or as an erratum, which needs
    /// a reason and a difference. Frozen while the freeze lasts or an objection is open; AlreadyDecided while another one waits.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Propose"), ResponseTimeout("00:00:15")]
    Task<Receipt> Propose(CommandId command, ParticipantId by, string reason);

    /// <summary>Takes back what was laid down and is not published. AlreadyDecided when there is nothing like that.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Withdraw"), ResponseTimeout("00:00:05")]
    Task<Receipt> Withdraw(CommandId command, ParticipantId by, string hash);

    /// <summary>Signs and publishes exactly what has this hash. Forbidden for whoever laid it down, unless they are the only operator; AlreadyDecided when something else waits.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Confirm"), ResponseTimeout("00:00:10")]
    Task<Receipt> Confirm(CommandId command, ParticipantId by, string hash);

    /// <summary>The period is over. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:20")]
    Task Due(string entry);
}
