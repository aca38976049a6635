namespace Engagement.Contracts;

/// <summary>
/// Roses on their way through the city. Key: <c>campaign/bed</c>; each call names its rose, and a rose always has the same bed.
/// </summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer.</remarks>
[Alias("eng.rose")]
public interface IRoseGrain : IGrainWithStringKey
{
    /// <summary>Takes the rose into the claimer's hands. Of any number of claimers exactly one wins.</summary>
    /// <param name="rose">Which rose.</param>
    /// <param name="command">Idempotency key, a UUIDv7 made once by the caller.</param>
    /// <param name="claim">Who claims, and the link's secret.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Claim"), ResponseTimeout("00:00:05")]
    Task<ClaimReceipt> Claim(RoseId rose, CommandId command, ClaimRose claim);

    /// <summary>The holder offers it to the next person. The old link is dead from then on.</summary>
    /// <param name="rose">Which rose.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">Who offers; anybody but the holder gets NotHolder.</param>
    /// <param name="words">What the holder writes.</param>
    /// <param name="to">The person it is for; default for whoever opens the link first.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Offer"), ResponseTimeout("00:00:05")]
    Task<SendReceipt> Offer(RoseId rose, CommandId command, ParticipantId by, LetterWords words, ParticipantId to);

    /// <summary>The offerer takes an unclaimed offer back: the sender's allowance is restored once, a holder holds it again.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Withdraw"), ResponseTimeout("00:00:05")]
    Task<Receipt> Withdraw(RoseId rose, CommandId command, ParticipantId by);

    /// <summary>The taker of the latest hop thanks its giver with a fixed phrase, once per hop. Costs no rose, scores nothing.</summary>
    /// <param name="rose">Which rose.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The taker.</param>
    /// <param name="phrase">Phrase id of the catalogue.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Thank"), ResponseTimeout("00:00:05")]
    Task<Receipt> Thank(RoseId rose, CommandId command, ParticipantId by, string phrase);

    /// <summary>A person who sees the letter reports it to the moderators. One report a person.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Report"), ResponseTimeout("00:00:05")]
    Task<Receipt> Report(RoseId rose, CommandId command, ParticipantId by, string reason);

    /// <summary>A moderator read the reports and leaves the rose as it is. A later report of another person brings it back.</summary>
    /// <param name="rose">Which rose.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The moderator.</param>
    /// <param name="reason">Why, for the audit log; may be empty.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("ClearReports"), ResponseTimeout("00:00:05")]
    Task<Receipt> ClearReports(RoseId rose, CommandId command, ParticipantId by, string reason);

    /// <summary>An operator voids the rose: every hop's counts are negated exactly as they were attributed. Promotes nobody.</summary>
    /// <param name="rose">Which rose.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="reason">Why, for the audit log; 1 to 200 characters.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Void"), ResponseTimeout("00:00:10")]
    Task<Receipt> Void(RoseId rose, CommandId command, ParticipantId by, string reason);

    /// <summary>A moderator decides about a text that is held.</summary>
    /// <param name="rose">Which rose.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The moderator.</param>
    /// <param name="offer">Number of the offer whose text it is.</param>
    /// <param name="pass">True shows the text, false keeps the preset.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Review"), ResponseTimeout("00:00:05")]
    Task<Receipt> Review(RoseId rose, CommandId command, ParticipantId by, int offer, bool pass);

    /// <summary>The holder of a paper rose hands it over: for ten minutes the next person who scans it can take it.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("HandOver"), ResponseTimeout("00:00:05")]
    Task<WindowReceipt> HandOver(RoseId rose, CommandId command, ParticipantId by);

    /// <summary>The holder of a paper rose keeps it after all: the window closes.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Keep"), ResponseTimeout("00:00:05")]
    Task<Receipt> Keep(RoseId rose, CommandId command, ParticipantId by);

    /// <summary>Somebody with a paper rose's code takes it; its batch has checked the print. Of any number of takers at most one gets it.</summary>
    /// <param name="rose">Which rose.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="scan">Who, and when if it was without network.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("TakePaper"), ResponseTimeout("00:00:05")]
    Task<PaperReceipt> TakePaper(RoseId rose, CommandId command, PaperScan scan);

    /// <summary>The holder leaves the rose at a station, for the next visitor (OR-08); an open offer ends. SwitchedOff for a station that takes none now, DirectBounce where it was taken last.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Leave"), ResponseTimeout("00:00:05")]
    Task<Receipt> Leave(RoseId rose, CommandId command, ParticipantId by, StationId station);

    /// <summary>Somebody whom the station has let in takes a rose that lies there: <see cref="IStationGrain.TakeLeft"/> alone may call it.</summary>
    /// <param name="rose">Which rose.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The visitor.</param>
    /// <param name="station">Where it lies.</param>
    /// <param name="place">The station, with what it says with every rose.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("TakeLeft"), ResponseTimeout("00:00:05")]
    Task<Receipt> TakeLeft(RoseId rose, CommandId command, ParticipantId by, StationId station, OpenStation place);

    /// <summary>An operator has looked at a frozen paper rose and lets it go on.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Release"), ResponseTimeout("00:00:05")]
    Task<Receipt> Release(RoseId rose, CommandId command, ParticipantId by, string reason);

    /// <summary>An operator decides about a scan that reached us more than 72 h after it was made.</summary>
    /// <param name="rose">Which rose.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="scanner">Whose scan.</param>
    /// <param name="accept">True hands the rose to the scanner, if it is still where it was then.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("JudgeLate"), ResponseTimeout("00:00:05")]
    Task<Receipt> JudgeLate(RoseId rose, CommandId command, ParticipantId by, ParticipantId scanner, bool accept);

    /// <summary>An agenda entry of this rose is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <param name="rose">Which rose.</param>
    /// <param name="entry">The entry's member in the agenda.</param>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(RoseId rose, string entry);
}
