namespace Engagement.Rig.Check;

/// <summary>What a check found.</summary>
internal sealed record CheckReport(IReadOnlyList<Finding> Findings, int Roses, int People, int Bouquets, int Operations, Totals Totals)
{
    /// <summary>Whether everything is proven.</summary>
    public bool IsProven => Findings.Count == 0;

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n',
        [
            $"{Operations:n0} operations on {Roses:n0} roses, {People:n0} allowances and {Bouquets:n0} bouquets",
            $"the whole: {Totals}",
            .. Findings.Take(20).Select(finding => finding.ToString()),
            IsProven ? "Linearizable: every answer fits one order of what happened."
                : $"{Findings.Count(finding => !finding.IsUndecided):n0} contradictions, {Findings.Count(finding => finding.IsUndecided):n0} undecided.",
        ]);
}
