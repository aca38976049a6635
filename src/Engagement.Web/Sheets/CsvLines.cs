using System.Text;

namespace Engagement.Web.Sheets;

/// <summary>Comma-separated values (RFC 4180), as spreadsheets of this country write them: UTF-8 with or without a mark, or GB 18030; commas, semicolons or tabs.</summary>
internal static class CsvLines
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text; null when it is in neither encoding, or no text at all.</summary>
    public static string? Decode(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return IsText(text) ? text.TrimStart('\uFEFF') : null;
        }
        catch (DecoderFallbackException)
        {
        }

        try
        {
            var text = Chinese.GetString(bytes);
            return IsText(text) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The rows with the lines on which they begin, from 1. A quote that is never closed ends with the text.</summary>
    public static IEnumerable<(int Line, List<string?> Cells)> Read(string text)
    {
        var separator = Separator(text);
        var (cells, cell, quoted, line, began) = (new List<string?>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                line++;
            }

            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                {
                    continue;
                }

                cells.Add(cell.ToString());
                yield return (began, cells);
                (cells, began) = ([], line);
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            cells.Add(cell.ToString());
            yield return (began, cells);
        }
    }

    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        return first.Contains('\t') ? '\t' : first.Contains(';') && !first.Contains(',') ? ';' : ',';
    }

    private static bool IsText(string text) => !text.AsSpan().ContainsAnyInRange('\0', '\b');
}
