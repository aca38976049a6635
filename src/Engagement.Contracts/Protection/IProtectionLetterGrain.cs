namespace Engagement.Contracts;

/// <summary>
/// The good-deed letter of one civic act (善行证明, product.md CA-09): issued when the act reaches E2, revoked when it falls below,
/// answered by the courier's company. Key: <c>campaign/act-id</c>.
/// </summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer. No letter: NotFound.</remarks>
[Alias("eng.protection")]
public interface IProtectionLetterGrain : IGrainWithStringKey
{
    /// <summary>
    /// The company honours the letter, or refuses with a reason. A refusal may become an honour later; an honour is a promise:
    /// AlreadyDecided. Withdrawn and revoked letters: Withdrawn, Voided. NotFound for any other company.
    /// </summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="company">Company that answers.</param>
    /// <param name="by">Who answers; none for the company's own system.</param>
    /// <param name="refusal">None to honour it.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Answer"), ResponseTimeout("00:00:05")]
    Task<Receipt> Answer(CommandId command, string company, ParticipantId by, ProtectionRefusal refusal);

    /// <summary>The courier takes the letter back before the company answered; AlreadyDecided after that. To anybody else there is no such letter.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Withdraw"), ResponseTimeout("00:00:05")]
    Task<Receipt> Withdraw(CommandId command, ParticipantId by);

    /// <summary>The courier's account was closed: the letter goes, what was counted stays. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Forget"), ResponseTimeout("00:00:05")]
    Task Forget();

    /// <summary>An agenda entry of this letter is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}

/// <summary>Where a good-deed letter is. The numbers are stored.</summary>
public enum ProtectionStatus
{
    /// <summary>No letter.</summary>
    None = 0,

    /// <summary>Issued; the company has not answered.</summary>
    Issued = 1,

    /// <summary>The company honours it.</summary>
    Honoured = 2,

    /// <summary>The company refused, with a reason.</summary>
    Refused = 3,

    /// <summary>Taken back by the courier, or its courier left the campaign.</summary>
    Withdrawn = 4,

    /// <summary>The act is no longer at E2.</summary>
    Revoked = 5,
}

/// <summary>Why a company does not honour a letter: sentences of the product, so that no stranger's words reach a courier. The numbers are stored.</summary>
public enum ProtectionRefusal
{
    /// <summary>None: it honours it.</summary>
    None = 0,

    /// <summary>There was no order on the way at that time.</summary>
    NoOrder = 1,

    /// <summary>The order was not late, so nothing is to be waived.</summary>
    NotLate = 2,

    /// <summary>It was late for another reason, or by much more than helping took.</summary>
    OtherCause = 3,

    /// <summary>It was waived before, by the company's own rules.</summary>
    AlreadyWaived = 4,

    /// <summary>They did not ride for the company at that time.</summary>
    NotOurs = 5,
}
