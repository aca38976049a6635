using Engagement.Contracts;

namespace Engagement.Grains.Imports;

/// <summary>The rules of some rows of an upload. Pure and synchronous.</summary>
internal static class HourImportPartRules
{
    /// <summary>What the dry run found of each row.</summary>
    /// <param name="Row">The row, with its volunteer.</param>
    /// <param name="Fault">What is wrong; null for nothing.</param>
    /// <param name="Overlaps">Something else of the volunteer counts at that time.</param>
    internal readonly record struct Looked(HourImportRow Row, RowFault? Fault, bool Overlaps);

    /// <summary>Writes down what the dry run found.</summary>
    public static HourPartCounts Check(HourImportPartState part, IReadOnlyList<Looked> rows)
    {
        if (part.Checked is { } known)
        {
            return known;
        }

        var all = part.Rows.Count + part.Faults.Count;
        part.Faults.AddRange(rows.Where(row => row.Fault is not null).Select(row => row.Fault!.Value));
        part.Rows = [.. rows.Where(row => row.Fault is null).Select(row => row.Row)];
        part.Checked = new(all, part.Faults.Count, rows.Count(row => row.Fault is null && row.Overlaps), 0, 0);
        part.Touch();
        return part.Checked.Value;
    }

    /// <summary>Writes down what became of the rows, and empties them: they are with their volunteers now.</summary>
    public static HourPartCounts Apply(HourImportPartState part, IReadOnlyList<(HourImportRow Row, HourOfferResult Result)> rows)
    {
        if (part.Applied is { } known)
        {
            return known;
        }

        var taken = rows.Where(row => row.Result == HourOfferResult.Taken).Select(row => new RowFault(row.Row.Line, "source", RowProblem.TakenBefore)).ToArray();
        part.Faults.AddRange(taken);
        part.Rows = [];
        part.Applied = new(part.Checked?.Rows ?? 0, taken.Length, 0, rows.Count(row => row.Result == HourOfferResult.Offered), rows.Count(row => row.Result == HourOfferResult.Known));
        part.Touch();
        return part.Applied.Value;
    }

    /// <summary>Empties the rows of what comes to nothing.</summary>
    public static HourPartCounts Drop(HourImportPartState part)
    {
        var all = new HourPartCounts(part.Checked?.Rows ?? part.Rows.Count + part.Faults.Count, 0, 0, 0, 0);
        if (part.Rows.Count > 0)
        {
            part.Checked ??= all;
            part.Rows = [];
            part.Touch();
        }

        return all;
    }
}
