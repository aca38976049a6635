using MiniExcelLibs;

namespace Engagement.Web.Sheets;

/// <summary>Writes a workbook of one sheet.</summary>
internal static class Workbook
{
    /// <summary>The workbook, from its beginning. It lies in a file that is gone once it is closed.</summary>
    /// <param name="rows">Its rows, the heading first.</param>
    public static async Task<Stream> Write(IAsyncEnumerable<IReadOnlyList<string>> rows)
    {
        var cells = new List<Dictionary<string, object>>();
        await foreach (var row in rows)
        {
            cells.Add(row.Index().ToDictionary(cell => $"c{cell.Index}", cell => (object)Csv.Harmless(cell.Item)));
        }

        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose);
        await file.SaveAsAsync(cells, printHeader: false);
        file.Position = 0;
        return file;
    }
}
