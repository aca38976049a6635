namespace Engagement.Web.Sheets;

/// <summary>Reads an uploaded file by what it is, not by what it is called.</summary>
internal static class SheetFile
{
    /// <summary>Its lines with their numbers, the heading's being 1; or why there are none.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="most">Rows below the heading at most; empty ones count.</param>
    public static (IReadOnlyList<(int Line, List<string?> Cells)> Lines, SheetTrouble Trouble) Read(byte[] bytes, int most)
    {
        if (bytes.Length == 0)
        {
            return ([], SheetTrouble.Empty);
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return ([], SheetTrouble.OldExcel);
        }

        var lines = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? WorkbookLines.Read(bytes, most + 2)
            : CsvLines.Decode(bytes) is { } text ? CsvLines.Read(text).Take(most + 2).ToList()
            : null;
        return lines is null ? ([], SheetTrouble.Unreadable)
            : lines.Count < 2 ? ([], SheetTrouble.Empty)
            : lines.Count > most + 1 ? ([], SheetTrouble.TooLarge)
            : (lines, SheetTrouble.None);
    }
}
