namespace Engagement.Contracts;

/// <summary>One order of the needs market: a citizen asks, the centre looks at it and asks an organisation, which serves it (四单). Key: <c>campaign/need-id</c>.</summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer. No order: NotFound. What is not due at its stage is AlreadyDecided.</remarks>
[Alias("eng.need")]
public interface INeedGrain : IGrainWithStringKey
{
    /// <summary>A citizen orders. Invalid and TextRefused name the field.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Order"), ResponseTimeout("00:00:05")]
    Task<Receipt> Order(CommandId command, ParticipantId by, OrderNeed order);

    /// <summary>The centre (a reviewer of the district) takes it on, or can't and says why, audited; only the requester reads why.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Decide"), ResponseTimeout("00:00:05")]
    Task<Receipt> Decide(CommandId command, ParticipantId by, bool take, string? reason);

    /// <summary>The centre asks an organisation; again for another one while nobody has accepted. Never the reviewer's own order.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Dispatch"), ResponseTimeout("00:00:05")]
    Task<Receipt> Dispatch(CommandId command, ParticipantId by, string organisation);

    /// <summary>An organiser of the organisation that is asked accepts, or gives it back to the centre.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Answer"), ResponseTimeout("00:00:05")]
    Task<Receipt> Answer(CommandId command, ParticipantId by, bool accept);

    /// <summary>An organiser says that it was served.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Serve"), ResponseTimeout("00:00:05")]
    Task<Receipt> Serve(CommandId command, ParticipantId by);

    /// <summary>The requester says how it was: 1 to 5.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Rate"), ResponseTimeout("00:00:05")]
    Task<Receipt> Rate(CommandId command, ParticipantId by, int stars);

    /// <summary>The requester takes it back, until it was served.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Cancel"), ResponseTimeout("00:00:05")]
    Task<Receipt> Cancel(CommandId command, ParticipantId by);

    /// <summary>The requester's account was closed: what they wrote goes, what is not served is taken back. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Forget"), ResponseTimeout("00:00:05")]
    Task Forget();
}
