using Engagement.Web.Shared;

namespace Engagement.Web.Bouquets;

/// <summary>Tie a bouquet.</summary>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Left">Roses left today.</param>
/// <param name="Budgets">Granted budgets the person may spend, with what is left of them in the text.</param>
/// <param name="Fault">Why the last try was not taken.</param>
public sealed record BouquetWritePage(BouquetForm Form, int Left, IReadOnlyList<Choice> Budgets, StateKind? Fault = null)
{
    public string Command { get; init; } = CommandKey.New();
}
