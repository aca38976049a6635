using Engagement.Web.Shared;

namespace Engagement.Web.Bouquets;

/// <summary>A bouquet at <c>/b/{id}</c>.</summary>
/// <param name="Id">Bouquet id.</param>
/// <param name="Stage">What the visitor meets.</param>
/// <param name="Giver">Chosen name; null when it shows none.</param>
/// <param name="Text">The words on it.</param>
/// <param name="Tally">How much of it is taken, and by whom.</param>
/// <param name="Secret">The link's secret, sent back with the claim.</param>
/// <param name="SignIn">Where a guest signs in to come back here; null for a person.</param>
/// <param name="Won">Roses in the visitor's own share.</param>
/// <param name="Mine">Where the visitor's only won rose is passed on, or the shelf where all of them are.</param>
public sealed record BouquetPage(
    string Id, BouquetStage Stage, string? Giver, string Text, BouquetTally Tally, string? Secret = null, string? SignIn = null, int Won = 0, string Mine = "/mine?box=held")
{
    public string Command { get; init; } = CommandKey.New();

    /// <summary>The absolute link that the reader came with, while shares are left; null for none.</summary>
    public string? Claim { get; init; }
}
