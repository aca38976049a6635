namespace Engagement.Web.Bouquets;

/// <summary>What a bouquet's form sends besides its command.</summary>
/// <param name="Roses">1 to 500.</param>
/// <param name="Shares">People who can take one, at most <paramref name="Roses"/>.</param>
/// <param name="Lucky">Random shares instead of equal ones.</param>
/// <param name="Preset">Preset id of the catalogue: what every rose says.</param>
public sealed record BouquetForm(int Roses = 5, int Shares = 5, bool Lucky = false, string? Preset = null);
