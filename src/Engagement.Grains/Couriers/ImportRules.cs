using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Couriers;

/// <summary>The rules of one upload: pure and synchronous.</summary>
internal static class ImportRules
{
    /// <summary>Rows of one step: one commit of the upload's record.</summary>
    public const int RowsPerStep = 500;

    /// <summary>Takes the rows over.</summary>
    public static Outcome Start(ImportState import, StartImport start, DateTimeOffset now)
    {
        if (import.Phase != ImportPhase.None)
        {
            return import.Content == start.Content && import.AllOrNothing == start.AllOrNothing ? Outcome.Done : Outcome.CommandReused;
        }

        (import.Id, import.Company, import.By, import.File, import.At) = (start.Id, start.Company, start.By, start.File, now.ToUnixTimeMilliseconds());
        (import.Command, import.Content, import.AllOrNothing) = (start.Command, start.Content, start.AllOrNothing);
        (import.Faults, import.Total) = ([.. start.Faults], start.Rows.Count + start.Faults.Count);
        import.Follow(new Index(ImportState.Of(import.Company), import.Id, import.At));
        if (start.Rows.Count == 0 || start.AllOrNothing && start.Faults.Count > 0)
        {
            End(import, start.AllOrNothing && start.Faults.Count > 0 ? ImportPhase.Refused : ImportPhase.Done, now);
            return Outcome.Done;
        }

        (import.Rows, import.Phase) = ([.. start.Rows], start.AllOrNothing ? ImportPhase.Checking : ImportPhase.Applying);
        import.Follow(new Index(RoseEffects.Agenda, import.Entry, AgendaEntry.AtOnce));
        return Outcome.Done;
    }

    /// <summary>The rows of the next step.</summary>
    public static IReadOnlyList<ImportRow> Next(ImportState import) =>
        [.. import.Rows.Skip(import.Phase == ImportPhase.Checking ? import.Checked : 0).Take(RowsPerStep)];

    /// <summary>What became of the rows of a step. The step's entry is taken, so each is counted once.</summary>
    public static void Step(ImportState import, string entry, IReadOnlyList<(ImportRow Row, RosterResult Result)> results, DateTimeOffset now)
    {
        if (!import.IsRunning || import.Entry != entry || import.IsTaking(RoseEffects.Agenda, entry))
        {
            return;
        }

        import.Follow(new Take(RoseEffects.Agenda, entry));
        import.Step++;
        import.Faults.AddRange(results.Where(row => ProblemOf(row.Result) != RowProblem.None).Select(row => new RowFault(row.Row.Line, "phone", ProblemOf(row.Result))));
        if (import.Phase == ImportPhase.Checking)
        {
            import.Checked += results.Count;
            if (import.Checked >= import.Rows.Count)
            {
                (import.Phase, import.Checked) = (ImportPhase.Applying, 0);
            }
        }
        else
        {
            import.Rows.RemoveRange(0, results.Count);
            import.Added += results.Count(row => row.Result == RosterResult.Added);
            import.Updated += results.Count(row => row.Result == RosterResult.Updated);
            import.Unchanged += results.Count(row => row.Result == RosterResult.Unchanged);
            import.Removed += results.Count(row => row.Result == RosterResult.Removed);
        }

        if (import.Phase == ImportPhase.Applying && import.AllOrNothing && import.Faults.Count > 0 && import.Added + import.Updated + import.Unchanged + import.Removed == 0)
        {
            End(import, ImportPhase.Refused, now);
        }
        else if (import.Phase == ImportPhase.Applying && import.Rows.Count == 0)
        {
            End(import, ImportPhase.Done, now);
        }
        else
        {
            import.Follow(new Index(RoseEffects.Agenda, import.Entry, AgendaEntry.AtOnce));
        }
    }

    /// <summary>As it is shown.</summary>
    public static ImportView View(ImportState import) => new(
        import.Id, import.Company, import.By, import.File, DateTimeOffset.FromUnixTimeMilliseconds(import.At), import.AllOrNothing, import.Phase, import.Total,
        import.Total - import.Rows.Count + import.Checked, import.Added, import.Updated, import.Unchanged, import.Removed, [.. import.Faults.OrderBy(fault => fault.Line)]);

    private static void End(ImportState import, ImportPhase phase, DateTimeOffset now)
    {
        (import.Phase, import.Rows, import.Checked) = (phase, [], 0); // names and numbers are on the rosters now, or nowhere
        var told = string.Create(CultureInfo.InvariantCulture,
            $"{phase}: {import.Total} rows, {import.Added} added, {import.Updated} updated, {import.Unchanged} unchanged, {import.Removed} removed, {import.Faults.Count} faulty");
        import.Follow(new Append("audit", AuditEntry.Of(now, "roster.import", $"{import.Company}:{import.Id}", import.By, told)));
    }

    private static RowProblem ProblemOf(RosterResult result) => result switch
    {
        RosterResult.EnrolledElsewhere => RowProblem.EnrolledElsewhere,
        RosterResult.TooManyCompanies => RowProblem.TooManyCompanies,
        _ => RowProblem.None,
    };
}
