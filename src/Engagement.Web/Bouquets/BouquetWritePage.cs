using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Bouquets;

/// <summary>Tie a bouquet.</summary>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Left">Roses left today.</param>
/// <param name="Budget">Roses of granted budgets; they pay when today's do not suffice.</param>
/// <param name="Reasons">The ready-made sentences, by reason.</param>
/// <param name="Most">Roses in one bouquet at most.</param>
/// <param name="Hours">How long it waits.</param>
/// <param name="Fault">Why the last try was not taken: Invalid or AllowanceUsed.</param>
/// <param name="Field">With Invalid: the field.</param>
public sealed record BouquetWritePage(
    BouquetForm Form, int Left, int Budget, IReadOnlyList<PresetGroup> Reasons, int Most, int Hours, Outcome? Fault = null, string? Field = null)
{
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A reason and its sentences.</summary>
public sealed record PresetGroup(string Title, IReadOnlyList<Choice> Presets);
