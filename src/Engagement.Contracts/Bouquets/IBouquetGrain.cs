namespace Engagement.Contracts;

/// <summary>How a bouquet's roses fall to its shares.</summary>
public enum Split
{
    /// <summary>The same for everybody; the remainder goes to the earliest.</summary>
    Equal = 0,

    /// <summary>By luck: a uniform random composition, the same mean for every position (BQ-02).</summary>
    Lucky,
}

/// <summary>A bouquet to give.</summary>
/// <param name="Roses">Roses in it, 1 to 500.</param>
/// <param name="Shares">People it is for, 1 to the number of roses.</param>
/// <param name="Split">How the roses fall to them.</param>
/// <param name="Words">What every rose says; a preset only.</param>
[GenerateSerializer, Immutable, Alias("eng.bouquet.send")]
public sealed record SendBouquet([property: Id(0)] int Roses, [property: Id(1)] int Shares, [property: Id(2)] Split Split, [property: Id(3)] LetterWords Words);

/// <summary>Answer to a bouquet that was given.</summary>
/// <param name="Outcome">Done, or why not; then the other fields are empty.</param>
/// <param name="Bouquet">The bouquet.</param>
/// <param name="Secret">The link's secret.</param>
/// <param name="SeedHash">SHA-256 of the seed that decides a lucky split, shown before anybody takes a share; the seed itself is shown after the close.</param>
/// <param name="ExpiresAt">When what is left goes back.</param>
/// <param name="Field">With Invalid: the field.</param>
[GenerateSerializer, Immutable, Alias("eng.bouquet.sent")]
public sealed record BouquetSent(
    [property: Id(0)] Outcome Outcome, [property: Id(1)] BouquetId Bouquet = default, [property: Id(2)] string Secret = "",
    [property: Id(3)] string SeedHash = "", [property: Id(4)] DateTimeOffset ExpiresAt = default, [property: Id(5)] string? Field = null);

/// <summary>Answer to a claim of a share.</summary>
/// <param name="Outcome">Done, or why not.</param>
/// <param name="Roses">The roses won, each held by the winner and travelling alone.</param>
[GenerateSerializer, Immutable, Alias("eng.bouquet.claimed")]
public sealed record ShareReceipt([property: Id(0)] Outcome Outcome, [property: Id(1)] IReadOnlyList<RoseId> Roses)
{
    /// <summary>A refusal.</summary>
    public static ShareReceipt Refused(Outcome outcome) => new(outcome, []);
}

/// <summary>One bouquet: roses for several people behind one link. Key: <c>campaign/bouquet-id</c>.</summary>
[Alias("eng.bouquet")]
public interface IBouquetGrain : IGrainWithStringKey
{
    /// <summary>Takes a share. One a person, in the order of arrival; the same command returns its first answer for ever.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="claim">Who claims, and the link's secret.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Claim"), ResponseTimeout("00:00:05")]
    Task<ShareReceipt> Claim(CommandId command, ClaimRose claim);

    /// <summary>An agenda entry of this bouquet is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
