namespace Engagement.Web.Companies;

/// <summary>Which column of a file is what, by its heading in Chinese or English.</summary>
internal sealed class RosterColumns
{
    private static readonly Dictionary<string, string[]> Headings = new()
    {
        ["phone"] = ["手机号", "手机", "手机号码", "电话", "联系电话", "phone", "mobile"],
        ["name"] = ["姓名", "名字", "name"],
        ["station"] = ["站点", "网点", "站", "班组", "station", "team"],
        ["number"] = ["工号", "编号", "员工编号", "number", "id"],
        ["company"] = ["公司", "企业", "company"],
        ["status"] = ["状态", "在职", "status"],
    };

    private readonly Dictionary<string, int> _at = [];

    /// <summary>Reads the first line.</summary>
    public RosterColumns(IReadOnlyList<string?> heading)
    {
        for (var i = 0; i < heading.Count; i++)
        {
            var written = Plain(heading[i]);
            if (Headings.FirstOrDefault(known => known.Value.Contains(written)).Key is { } column)
            {
                _at.TryAdd(column, i);
            }
        }
    }

    /// <summary>There is a column of mobile numbers.</summary>
    public bool HasPhones => _at.ContainsKey("phone");

    /// <summary>A row; null for an empty one.</summary>
    public RosterCells? Read(int line, IReadOnlyList<string?> cells) => cells.All(string.IsNullOrWhiteSpace) ? null : new(
        line, Cell(cells, "phone"), Cell(cells, "name"), Cell(cells, "station"), Cell(cells, "number"), Cell(cells, "company"), Cell(cells, "status"));

    private string? Cell(IReadOnlyList<string?> cells, string column) =>
        _at.TryGetValue(column, out var at) && at < cells.Count && cells[at]?.Trim() is { Length: > 0 } text ? text : null;

    // "手机号 *" and "手机号（必填）" are the same heading.
    private static string Plain(string? heading)
    {
        var text = (heading ?? "").Trim().ToLowerInvariant();
        var note = text.AsSpan().IndexOfAny('（', '(');
        return (note > 0 ? text[..note] : text).Trim(' ', '*', '\u3000', ':', '：');
    }
}
