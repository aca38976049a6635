namespace Engagement.Contracts;

/// <summary>Which account an ID number belongs to: one at a time, decided here. Key: <c>campaign/HMAC(ID number)</c> (<see cref="RealNameKey"/>).</summary>
/// <remarks>Every command is safe to retry.</remarks>
[Alias("eng.realname")]
public interface IRealNameGrain : IGrainWithStringKey
{
    /// <summary>The account takes the number, unless another one has it.</summary>
    /// <param name="owner">Who.</param>
    /// <param name="name">HMAC of the name that goes with it: the proof of a later claim.</param>
    /// <returns>Done; IdentityTaken.</returns>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Take"), ResponseTimeout("00:00:05")]
    Task<Outcome> Take(ParticipantId owner, RealNameKey name);

    /// <summary>Asks that the owner's account be joined with this one.</summary>
    /// <returns>Done when it waits, or was joined; NotFound when nobody owns the number or the name is another: one answer.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Claim"), ResponseTimeout("00:00:05")]
    Task<Outcome> Claim(CommandId command, ParticipantId claimant, RealNameKey name, long at);

    /// <summary>The owner answers from their own account.</summary>
    /// <returns>Done; NotFound when nobody asks, or somebody else owns it.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Answer"), ResponseTimeout("00:00:05")]
    Task<Outcome> Answer(CommandId command, ParticipantId owner, bool join);

    /// <summary>An operator decides in the owner's stead: the first proposes to join, another one agrees. Either may decline.</summary>
    /// <returns>Done, with field <c>second</c> while it waits for another operator; Forbidden for the same one again, or for who claims or owns; NotFound; Invalid without a reason.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Decide"), ResponseTimeout("00:00:05")]
    Task<Receipt> Decide(CommandId command, ParticipantId by, bool join, string reason);

    /// <summary>How it stands.</summary>
    [Alias("Card")] Task<RealNameCard> Card();

    /// <summary>An agenda entry of this number is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}

/// <summary>How an ID number stands.</summary>
/// <param name="Owner">The account that has it; none for nobody.</param>
/// <param name="Claimant">Who asks to be joined with it; none for nobody.</param>
/// <param name="Since">Unix milliseconds of the claim.</param>
/// <param name="Proposed">The operator who proposed to join; none while nobody did.</param>
/// <param name="Reason">Why the operator did.</param>
[GenerateSerializer, Immutable, Alias("eng.realname.card")]
public sealed record RealNameCard(
    [property: Id(0)] ParticipantId Owner = default, [property: Id(1)] ParticipantId Claimant = default, [property: Id(2)] long Since = 0,
    [property: Id(3)] ParticipantId Proposed = default, [property: Id(4)] string Reason = "");
