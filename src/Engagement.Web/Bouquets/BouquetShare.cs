namespace Engagement.Web.Bouquets;

/// <summary>One share that was taken.</summary>
/// <param name="Name">Null for somebody who shows no name.</param>
/// <param name="Roses">Roses in the share.</param>
/// <param name="Most">Largest share, told only when all is over; everybody who ties is marked.</param>
/// <param name="Mine">The reader's own.</param>
public sealed record BouquetShare(string? Name, int Roses, bool Most, bool Mine = false);
