namespace Engagement.Contracts;

/// <summary>One civic act of a courier: evidence, review and what it counts for. Key: <c>campaign/act-id</c>. It is born by its courier's grain.</summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer. No act: NotFound.</remarks>
[Alias("eng.act")]
public interface ICivicActGrain : IGrainWithStringKey
{
    /// <summary>Whoever was helped confirms it by the act's code: E1. Never the courier, never a colleague; one act of a courier a person and day.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="by">Who was helped.</param>
    /// <param name="secret">The code's secret; a wrong one is NotFound.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Confirm"), ResponseTimeout("00:00:05")]
    Task<Receipt> Confirm(CommandId command, ParticipantId by, string? secret);

    /// <summary>A rose that the courier took from whoever was helped confirms it: E1. A passing confirms one act, and not one of another time.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("ConfirmByRose"), ResponseTimeout("00:00:05")]
    Task<Receipt> ConfirmByRose(CommandId command, ParticipantId by, RoseId rose);

    /// <summary>The courier adds details, or answers a question of the reviewer, which brings the act back into the queue.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Supply"), ResponseTimeout("00:00:05")]
    Task<Receipt> Supply(CommandId command, ParticipantId by, ActDetails details);

    /// <summary>The courier takes it back: it leaves the queue and counts for nothing. It still was one of its day.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Withdraw"), ResponseTimeout("00:00:05")]
    Task<Receipt> Withdraw(CommandId command, ParticipantId by);

    /// <summary>The courier hides it from, or shows it again in, every list that bears their name (CA-13). What it counts for their company stays.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Hide"), ResponseTimeout("00:00:05")]
    Task<Receipt> Hide(CommandId command, ParticipantId by, bool hidden);

    /// <summary>The courier asks another reviewer, once, within seven days of a rejection; Expired after that, AlreadyDecided the second time.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Appeal"), ResponseTimeout("00:00:05")]
    Task<Receipt> Appeal(CommandId command, ParticipantId by, string? note);

    /// <summary>A reviewer takes it out of the queue for 15 minutes; again prolongs. AlreadyClaimed when somebody else has it, AlreadyDecided when it waits for nobody,
    /// Forbidden for a colleague of the courier, the courier, and whoever decided it before where another pair of eyes is due.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Claim"), ResponseTimeout("00:00:05")]
    Task<Receipt> Claim(ParticipantId by);

    /// <summary>The reviewer puts it back undecided. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Release"), ResponseTimeout("00:00:05")]
    Task<Receipt> Release(ParticipantId by);

    /// <summary>Decides, audited; but for Lower only whoever claimed it last. Invalid names the field.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Decide"), ResponseTimeout("00:00:05")]
    Task<Receipt> Decide(CommandId command, ParticipantId by, ActDecision decision);

    /// <summary>Takes one's own latest decision back while nothing happened since, within ten minutes: the act is claimed by the same reviewer again.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Undo"), ResponseTimeout("00:00:05")]
    Task<Receipt> Undo(CommandId command, ParticipantId by);

    /// <summary>The courier's account was closed: photo and words go, what was counted stays. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Erase"), ResponseTimeout("00:00:05")]
    Task Erase();

    /// <summary>An agenda entry of this act is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
