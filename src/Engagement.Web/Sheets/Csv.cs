using System.Text;

namespace Engagement.Web.Sheets;

/// <summary>Comma-separated values for spreadsheets (OP-05): UTF-8 with a mark, CRLF, and no cell that a spreadsheet would carry out as a formula.</summary>
internal static class Csv
{
    /// <summary>What a file begins with, so that spreadsheets read it as UTF-8.</summary>
    public static byte[] Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The file.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows) => [.. Mark, .. Lines(rows)];

    /// <summary>A piece of a file.</summary>
    public static byte[] Lines(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(string value)
    {
        var harmless = Harmless(value);
        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A cell that no spreadsheet carries out.</summary>
    public static string Harmless(string value) => IsFormula(value) ? "'" + value : value;

    /// <summary>What was written into such a cell.</summary>
    public static string Unguarded(string cell) => cell.StartsWith('\'') && IsFormula(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool IsFormula(ReadOnlySpan<char> value) =>
        value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠';
}
