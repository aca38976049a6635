namespace Engagement.Contracts;

/// <summary>One row of another system: whoever imports it, it exists once. It counts only after its volunteer confirmed it. Key: <c>campaign/HMAC(system, source id)</c>.</summary>
[Alias("eng.hourrow")]
public interface IHourRowGrain : IGrainWithStringKey
{
    /// <summary>An approved upload offers it. The same upload gets the same answer again.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Offer"), ResponseTimeout("00:00:05")]
    Task<HourOfferResult> Offer(HourOffer offer);

    /// <summary>The volunteer's word: only Confirm sends it to their ledger. NotFound for others, Expired when it waited too long, AlreadyDecided after an answer.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Answer"), ResponseTimeout("00:00:05")]
    Task<Receipt> Answer(CommandId command, ParticipantId by, MakeUpAnswer answer);

    /// <summary>What the volunteer confirmed; null while, or when, they did not. Asked by the volunteer's own grain.</summary>
    [Alias("Agreed")] Task<AgreedHours?> Agreed(ParticipantId volunteer);

    /// <summary>The volunteer's account was closed: what still waited is empty.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Erase"), ResponseTimeout("00:00:05")]
    Task Erase();

    /// <summary>It waited long enough. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
