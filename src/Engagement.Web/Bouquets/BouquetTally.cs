namespace Engagement.Web.Bouquets;

/// <summary>How a bouquet stands, for those who may see who took what.</summary>
/// <param name="Roses">Roses in it.</param>
/// <param name="Shares">Shares in it.</param>
/// <param name="Taken">Shares taken so far.</param>
/// <param name="Lucky">Random shares.</param>
/// <param name="Until">When the rest goes back.</param>
/// <param name="Closed">Nothing can be taken any more.</param>
/// <param name="Takers">Latest first; names only of those who show theirs.</param>
/// <param name="Proof">Hash of the draw's seed, published before the first share.</param>
/// <param name="Seed">The seed itself, once it is over.</param>
public sealed record BouquetTally(
    int Roses, int Shares, int Taken, bool Lucky, DateTimeOffset Until, bool Closed, IReadOnlyList<BouquetShare> Takers, string? Proof = null, string? Seed = null);
