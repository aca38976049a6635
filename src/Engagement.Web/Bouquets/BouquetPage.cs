using Engagement.Web.Shared;

namespace Engagement.Web.Bouquets;

/// <summary>A bouquet at <c>/b/{id}</c>.</summary>
/// <param name="Id">Bouquet id.</param>
/// <param name="Stage">What the visitor meets.</param>
/// <param name="Giver">Chosen name or organisation; null when it shows none.</param>
/// <param name="Text">The words on it.</param>
/// <param name="Roses">Roses in it.</param>
/// <param name="Shares">Shares in it.</param>
/// <param name="Taken">Shares taken so far.</param>
/// <param name="Lucky">Random shares.</param>
/// <param name="Secret">The link's secret, sent back with the claim.</param>
/// <param name="Won">Roses in the visitor's own share.</param>
/// <param name="Mine">Ids of the roses the visitor won.</param>
/// <param name="Proof">Hash of the draw's seed.</param>
/// <param name="Seed">The seed itself, once the bouquet is over.</param>
public sealed record BouquetPage(
    string Id, BouquetStage Stage, string? Giver, string Text, int Roses, int Shares, int Taken, bool Lucky, string? Secret = null,
    int Won = 0, IReadOnlyList<string>? Mine = null, string? Proof = null, string? Seed = null)
{
    public string Command { get; init; } = CommandKey.New();
}
