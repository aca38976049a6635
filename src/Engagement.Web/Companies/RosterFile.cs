namespace Engagement.Web.Companies;

/// <summary>Reads an uploaded file by what it is, not by what it is called.</summary>
internal static class RosterFile
{
    /// <summary>Its rows, or why there are none.</summary>
    public static (IReadOnlyList<RosterCells> Rows, RosterTrouble Trouble) Read(byte[] bytes, int most)
    {
        if (bytes.Length == 0)
        {
            return ([], RosterTrouble.Empty);
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return ([], RosterTrouble.OldExcel);
        }

        var lines = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? WorkbookLines.Read(bytes, most + 2)
            : CsvLines.Decode(bytes) is { } text ? CsvLines.Read(text).Take(most + 2).ToList()
            : null;
        if (lines is null)
        {
            return ([], RosterTrouble.Unreadable);
        }

        if (lines.Count == 0)
        {
            return ([], RosterTrouble.Empty);
        }

        var columns = new RosterColumns(lines[0].Cells);
        if (!columns.HasPhones)
        {
            return ([], RosterTrouble.NoPhoneColumn);
        }

        var rows = lines.Skip(1).Select(line => columns.Read(line.Line, line.Cells)).OfType<RosterCells>().ToArray();
        return rows.Length == 0 ? ([], RosterTrouble.Empty) : rows.Length > most || lines.Count > most + 1 ? ([], RosterTrouble.TooLarge) : (rows, RosterTrouble.None);
    }
}
