using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Engagement.Web.Sheets;

/// <summary>The rows of a workbook's first sheet.</summary>
internal static class WorkbookLines
{
    private const int MaxParts = 200;
    private const long LeastLimit = 64_000_000;
    private const long BytesPerRow = 2_500; // of a row's XML; real ones have some 600

    /// <summary>The rows with their lines, from 1; null for what is no workbook, or unpacks to more than so many rows can have.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="most">Rows read at most.</param>
    public static List<(int Line, List<string?> Cells)>? Read(byte[] bytes, int most)
    {
        try
        {
            if (!IsHarmless(bytes, Math.Max(LeastLimit, most * BytesPerRow)))
            {
                return null;
            }

            using var file = new MemoryStream(bytes, writable: false);
            var rows = new List<(int, List<string?>)>();
            foreach (IDictionary<string, object?> row in MiniExcel.Query(file, excelType: ExcelType.XLSX, configuration: new OpenXmlConfiguration { EnableSharedStringCache = false }))
            {
                rows.Add((rows.Count + 1, [.. row.Values.Select(Text)]));
                if (rows.Count >= most)
                {
                    break;
                }
            }

            return rows;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or FormatException or InvalidOperationException or ArgumentException
            or KeyNotFoundException or NullReferenceException or NotSupportedException or OverflowException or IndexOutOfRangeException)
        {
            return null; // MiniExcel names no exception of its own for a broken file
        }
    }

    // What the headers of the archive claim is not believed: everything is unpacked once and counted.
    private static bool IsHarmless(byte[] bytes, long limit)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MaxParts || archive.GetEntry("xl/workbook.xml") is null)
        {
            return false;
        }

        var (buffer, total) = (new byte[81_920], 0L);
        foreach (var part in archive.Entries)
        {
            using var content = part.Open();
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                if ((total += read) > limit)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // A number typed into a cell without format is a double: eleven digits fit into it exactly.
    private static string? Text(object? cell) => cell switch
    {
        null => null,
        string text => text,
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };
}
