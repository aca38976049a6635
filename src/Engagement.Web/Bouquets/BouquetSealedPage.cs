namespace Engagement.Web.Bouquets;

/// <summary>The giver's page of a bouquet: the link, and how much of it is taken.</summary>
/// <param name="Id">Bouquet id.</param>
/// <param name="Link">Absolute link with its secret; null while the words are held for review.</param>
/// <param name="Roses">Roses in it.</param>
/// <param name="Shares">Shares in it.</param>
/// <param name="Taken">Shares taken so far.</param>
/// <param name="Lucky">Random shares.</param>
/// <param name="Until">When the rest goes back.</param>
/// <param name="Proof">Hash of the draw's seed, published before the first share.</param>
/// <param name="Takers">Who took how many; for the giver only.</param>
public sealed record BouquetSealedPage(
    string Id, string? Link, int Roses, int Shares, int Taken, bool Lucky, DateTimeOffset Until, string? Proof, IReadOnlyList<BouquetShare> Takers);
