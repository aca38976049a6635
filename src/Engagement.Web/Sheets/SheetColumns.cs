namespace Engagement.Web.Sheets;

/// <summary>Which column of a file is what, by its heading in Chinese or English.</summary>
internal sealed class SheetColumns
{
    private readonly Dictionary<string, int> _at = [];

    /// <summary>Reads the first line.</summary>
    /// <param name="heading">Its cells.</param>
    /// <param name="headings">Accepted headings of each column, in lower case.</param>
    public SheetColumns(IReadOnlyList<string?> heading, IEnumerable<KeyValuePair<string, string[]>> headings)
    {
        for (var i = 0; i < heading.Count; i++)
        {
            var written = Plain(heading[i]);
            if (headings.FirstOrDefault(known => known.Value.Contains(written)).Key is { } column)
            {
                _at.TryAdd(column, i);
            }
        }
    }

    /// <summary>There is such a column.</summary>
    public bool Has(string column) => _at.ContainsKey(column);

    /// <summary>A cell of a row; null for an empty one and for a column that is not there.</summary>
    public string? Cell(IReadOnlyList<string?> cells, string column) =>
        _at.TryGetValue(column, out var at) && at < cells.Count && cells[at]?.Trim() is { Length: > 0 } text ? Csv.Unguarded(text) : null;

    // "手机号 *" and "手机号（必填）" are the same heading.
    private static string Plain(string? heading)
    {
        var text = (heading ?? "").Trim().ToLowerInvariant();
        var note = text.AsSpan().IndexOfAny('（', '(');
        return (note > 0 ? text[..note] : text).Trim(' ', '*', '\u3000', ':', '：');
    }
}
