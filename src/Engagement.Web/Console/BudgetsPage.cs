using Engagement.Web.Shared;

namespace Engagement.Web.Console;

/// <summary>Rose budgets for larger bouquets.</summary>
/// <param name="Rows">Granted so far, newest first.</param>
/// <param name="Fault">Why the last grant was not taken.</param>
public sealed record BudgetsPage(IReadOnlyList<BudgetRow> Rows, StateKind? Fault = null)
{
    public string Command { get; init; } = CommandKey.New();
}
