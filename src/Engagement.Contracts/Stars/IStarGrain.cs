namespace Engagement.Contracts;

/// <summary>
/// A volunteer's stars (星级志愿者, product.md VH-12): applied for, reviewed by somebody else, shown to the public for working days, then awarded by the agenda. They only rise, and no
/// level comes twice. Key: <c>campaign/participant-id</c>.
/// </summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer. Nothing of it ever becomes a public record about a person.</remarks>
[Alias("eng.star")]
public interface IStarGrain : IGrainWithStringKey
{
    /// <summary>
    /// The volunteer applies. LevelNeeded below L2, AlreadyDecided for a level that they have, Frozen while barred or while another application is open, Invalid for <c>level</c>
    /// when it is not reached yet.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Apply"), ResponseTimeout("00:00:05")]
    Task<Receipt> Apply(CommandId command, ApplyForStar application);

    /// <summary>The volunteer takes the application back; AlreadyDecided when it is not open any more.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Withdraw"), ResponseTimeout("00:00:05")]
    Task<Receipt> Withdraw(CommandId command);

    /// <summary>
    /// A reviewer lets it be shown, or declines with a reason; audited. Forbidden for oneself. Frozen for <c>calendar</c> when the end of the notice lies in a year whose working
    /// days nobody has published: it is not guessed.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Review"), ResponseTimeout("00:00:05")]
    Task<Receipt> Review(CommandId command, ParticipantId by, bool approve, StarRefusal reason);

    /// <summary>Somebody objects while the notice runs: nothing is awarded before a reviewer has answered. Once a person; Expired when no notice runs, TooMany above <see cref="ObjectToStar.Most"/>.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Object"), ResponseTimeout("00:00:05")]
    Task<Receipt> Object(CommandId command, ParticipantId by, ObjectToStar objection);

    /// <summary>A reviewer answers an objection; audited. A right one declines the application. Forbidden for the volunteer and for who objected.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Answer"), ResponseTimeout("00:00:05")]
    Task<Receipt> Answer(CommandId command, ParticipantId by, int objection, bool right);

    /// <summary>A reviewer bars the volunteer from stars for 1 to 3 years after false hours; audited, and open to appeal. An open application is declined. Invalid for <c>years</c> or <c>reason</c>; AlreadyDecided while barred.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Bar"), ResponseTimeout("00:00:05")]
    Task<Receipt> Bar(CommandId command, ParticipantId by, int years, StarBarReason reason);

    /// <summary>The volunteer appeals, once: another reviewer decides.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Appeal"), ResponseTimeout("00:00:05")]
    Task<Receipt> Appeal(CommandId command);

    /// <summary>Another reviewer than the one who barred ends the bar or lets it stand; audited.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("DecideAppeal"), ResponseTimeout("00:00:05")]
    Task<Receipt> DecideAppeal(CommandId command, ParticipantId by, bool lift);

    /// <summary>Whether somebody who was handed a star's certificate knows the volunteer's full name: Done, NotFound for another name or none, DailyLimit after ten wrong names of a day.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("IsName"), ResponseTimeout("00:00:05")]
    Task<Outcome> IsName(TypedName name);

    /// <summary>The account was closed: applications end, and nothing is shown any more. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Lock"), ResponseTimeout("00:00:05")]
    Task Lock();

    /// <summary>An agenda entry of these stars is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
