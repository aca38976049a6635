using Engagement.Web.Sheets;

namespace Engagement.Web.Companies;

/// <summary>Reads an uploaded file as a roster.</summary>
internal static class RosterFile
{
    /// <summary>Its rows, or why there are none.</summary>
    public static (IReadOnlyList<RosterCells> Rows, SheetTrouble Trouble) Read(byte[] bytes, int most)
    {
        var (lines, trouble) = SheetFile.Read(bytes, most);
        if (trouble != SheetTrouble.None)
        {
            return ([], trouble);
        }

        var columns = new RosterColumns(lines[0].Cells);
        if (!columns.HasPhones)
        {
            return ([], SheetTrouble.NoColumn);
        }

        var rows = lines.Skip(1).Select(line => columns.Read(line.Line, line.Cells)).OfType<RosterCells>().ToArray();
        return rows.Length == 0 ? ([], SheetTrouble.Empty) : (rows, SheetTrouble.None);
    }
}
