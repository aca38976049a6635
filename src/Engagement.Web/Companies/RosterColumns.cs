using Engagement.Web.Sheets;

namespace Engagement.Web.Companies;

/// <summary>The columns of a roster.</summary>
internal sealed class RosterColumns(IReadOnlyList<string?> heading)
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

    private readonly SheetColumns _columns = new(heading, Headings);

    /// <summary>There is a column of mobile numbers.</summary>
    public bool HasPhones => _columns.Has("phone");

    /// <summary>A row; null for an empty one.</summary>
    public RosterCells? Read(int line, IReadOnlyList<string?> cells)
    {
        string? Cell(string column) => _columns.Cell(cells, column);
        return cells.All(string.IsNullOrWhiteSpace) ? null : new(line, Cell("phone"), Cell("name"), Cell("station"), Cell("number"), Cell("company"), Cell("status"));
    }
}
