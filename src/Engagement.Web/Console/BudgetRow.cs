namespace Engagement.Web.Console;

/// <summary>A budget that was granted.</summary>
/// <param name="Id">Budget id.</param>
/// <param name="Owner">Who may spend it.</param>
/// <param name="Granted">Roses granted.</param>
/// <param name="Left">Roses not yet spent.</param>
/// <param name="Reason">Why it was granted.</param>
/// <param name="By">Operator who granted it.</param>
/// <param name="At">When.</param>
public sealed record BudgetRow(string Id, string Owner, int Granted, int Left, string Reason, string By, DateTimeOffset At);
