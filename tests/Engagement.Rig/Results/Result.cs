namespace Engagement.Rig.Results;

/// <summary>What a command found over all rounds.</summary>
internal sealed record Result(string Command, SortedDictionary<string, string> Parameters, Machine Machine, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ResultRow> Rows)
{
    /// <summary>Puts samples of one command and one set of parameters together, rows in the given order.</summary>
    public static Result Of(IReadOnlyList<Sample> samples, IReadOnlyList<string> rows)
    {
        var first = samples[0];
        return new(first.Command, first.Parameters, first.Machine, samples.Min(sample => sample.At), samples.Max(sample => sample.At),
            [.. rows.Select(row => ResultRow.Of(row, [.. samples.Where(sample => sample.Row == row).OrderBy(sample => sample.Round)])).OfType<ResultRow>()]);
    }

    /// <summary>A row; null when it was not measured.</summary>
    public ResultRow? Row(string name) => Rows.FirstOrDefault(row => row.Name == name);

    /// <summary>What was run, when and where, in two lines of Markdown.</summary>
    public string Origin(int rounds) => FormattableString.Invariant(
        $"`{Command}{string.Concat(Parameters.Select(pair => $" --{pair.Key} {pair.Value}"))}`, {rounds} rounds, {From:yyyy-MM-dd HH:mm} to {To:HH:mm} UTC.\n{Machine}.\n");
}

/// <summary>One row: each figure with its values in the order of rounds.</summary>
internal sealed record ResultRow(string Name, IReadOnlyDictionary<string, double[]> Figures, IReadOnlyList<string> Notes)
{
    /// <summary>A figure's spread; null when it was not measured.</summary>
    public Spread? this[string figure] => Figures.TryGetValue(figure, out var values) && values.Length > 0 ? Spread.Of(values) : null;

    public static ResultRow? Of(string name, IReadOnlyList<Sample> samples) => samples.Count == 0 ? null : new(
        name,
        samples.SelectMany(sample => sample.Figures).GroupBy(pair => pair.Key).ToDictionary(figure => figure.Key, figure => figure.Select(pair => pair.Value).ToArray()),
        [.. samples.SelectMany(sample => sample.Notes).Distinct()]);
}
