using Engagement.Web.Shared;

namespace Engagement.Web.Console;

/// <summary>Rose budgets for larger bouquets.</summary>
/// <param name="Rows">The latest grants, newest first.</param>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Fault">The field that was not right: owner, roses or reason.</param>
public sealed record BudgetsPage(IReadOnlyList<BudgetRow> Rows, BudgetForm Form, string? Fault = null)
{
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A grant to be made.</summary>
public sealed record BudgetForm(string? Owner = null, int? Roses = null, string? Reason = null);

/// <summary>A grant that was made.</summary>
/// <param name="Owner">Name or number of whose it is.</param>
/// <param name="Granted">Roses granted then.</param>
/// <param name="Left">Roses that the owner has left of all grants.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Operator who granted it.</param>
/// <param name="At">When.</param>
public sealed record BudgetRow(string Owner, long Granted, long Left, string Reason, string By, DateTimeOffset At);
