namespace Engagement.Contracts;

/// <summary>What the public thanks one courier for (CA-11). Key: <c>campaign/participant-id</c> of the courier.</summary>
/// <remarks>
/// Every command is safe to retry: the same <c>command</c> with the same content returns its first answer. Thanks arrive as messages of
/// <see cref="IParticipantGrain.Nominate"/>; nothing of them is shown to others before the courier accepted it.
/// </remarks>
[Alias("eng.nomination")]
public interface INominationGrain : IGrainWithStringKey
{
    /// <summary>The courier's own page and export.</summary>
    [Alias("Show")] Task<NominationsView> Show();

    /// <summary>Makes the courier's code, or another one in its place: the former is dead at once. NotEnrolled for who is no courier; DailyLimit after five a day.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("MakeCode"), ResponseTimeout("00:00:05")]
    Task<Receipt> MakeCode(CommandId command);

    /// <summary>The courier lets a person's thanks be shown, or not; it may be changed. The person is never told.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="handle">Of <see cref="NominationView"/>; null for all that wait.</param>
    /// <param name="accept">Show them.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Decide"), ResponseTimeout("00:00:05")]
    Task<Receipt> Decide(CommandId command, string? handle, bool accept);

    /// <summary>The account was closed: forgets everything. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Forget"), ResponseTimeout("00:00:05")]
    Task Forget();

    /// <summary>Thanks have arrived. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
