namespace Engagement.Web.Bouquets;

/// <summary>What a bouquet's form sends besides its command.</summary>
/// <param name="Roses">1 to 500.</param>
/// <param name="Shares">People who can take one, at most <paramref name="Roses"/>.</param>
/// <param name="Lucky">Random shares instead of equal ones.</param>
/// <param name="Hours">How long it waits, 1 to 168.</param>
/// <param name="Phrase">Number of the ready-made sentence.</param>
/// <param name="Text">Own words instead.</param>
/// <param name="Budget">Id of a granted budget; empty pays from today's roses.</param>
public sealed record BouquetForm(int Roses = 5, int Shares = 5, bool Lucky = false, int Hours = 24, int Phrase = 1, string? Text = null, string? Budget = null);
