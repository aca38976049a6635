namespace Engagement.Web.Bouquets;

/// <summary>The giver's page of a bouquet: the link, and how much of it is taken.</summary>
/// <param name="Id">Bouquet id.</param>
/// <param name="Link">Absolute link with its secret.</param>
/// <param name="Text">The words on it.</param>
/// <param name="Tally">How it stands.</param>
/// <param name="Giver">The giver's chosen name; null when it shows none.</param>
public sealed record BouquetSealedPage(string Id, string Link, string Text, BouquetTally Tally, string? Giver = null)
{
    /// <summary>A code that follows the service account is on offer besides the link's.</summary>
    public bool Follows { get; init; }
}
