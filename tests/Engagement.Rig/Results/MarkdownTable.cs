using System.Text;

namespace Engagement.Rig.Results;

/// <summary>A column of a table: a figure of the result, its heading and its number format.</summary>
internal readonly record struct Column(string Figure, string Heading, string Format);

/// <summary>Tables for documents.</summary>
internal static class MarkdownTable
{
    /// <summary>A row a peer (or fault, or size), a column a figure; a figure that a row does not have is a dash.</summary>
    public static string Of(Result result, string heading, IReadOnlyList<Column> columns, Func<ResultRow, string>? last = null, string lastHeading = "")
    {
        var text = new StringBuilder().Append("| ").Append(heading).Append(" |");
        text.AppendJoin("", columns.Select(column => $" {column.Heading} |")).Append(last is null ? "" : $" {lastHeading} |").Append("\n|---|");
        text.AppendJoin("", columns.Select(_ => "---:|")).Append(last is null ? "\n" : "---|\n");
        foreach (var row in result.Rows)
        {
            text.Append("| ").Append(Cell(row.Name)).Append(" |");
            text.AppendJoin("", columns.Select(column => $" {row[column.Figure]?.Text(column.Format) ?? "-"} |"));
            text.Append(last is null ? "\n" : $" {Cell(last(row))} |\n");
        }

        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
