using MiniExcelLibs;

namespace Engagement.Web.Sheets;

/// <summary>Writes a workbook of one sheet.</summary>
internal static class Workbook
{
    /// <summary>The workbook, from its beginning. It lies in a file that is gone once it is closed.</summary>
    /// <param name="rows">Its rows, the heading first.</param>
    public static async Task<Stream> Write(IAsyncEnumerable<IReadOnlyList<string>> rows)
    {
        var all = await rows.ToListAsync();
        var width = all.Max(row => row.Count); // the library takes the columns of the first row for those of all
        var cells = all.Select(row => Enumerable.Range(0, width).ToDictionary(column => $"c{column}", column => (object)Csv.Harmless(column < row.Count ? row[column] : "")));
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose);
        await file.SaveAsAsync(cells, printHeader: false);
        file.Position = 0;
        return file;
    }
}
