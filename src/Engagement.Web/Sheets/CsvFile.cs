using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Sheets;

/// <summary>Rows that are written as they are read: a file of any length needs no memory.</summary>
/// <param name="name">Name of the file, in ASCII.</param>
/// <param name="rows">Its rows, the heading first.</param>
public sealed class CsvFile(string name, IAsyncEnumerable<IReadOnlyList<string>> rows) : IActionResult
{
    private const int RowsAtOnce = 500;

    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename={name}";
        await response.Body.WriteAsync(Csv.Mark, context.HttpContext.RequestAborted);
        var waiting = new List<IReadOnlyList<string>>(RowsAtOnce);
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
        {
            waiting.Add(row);
            if (waiting.Count == RowsAtOnce)
            {
                await response.Body.WriteAsync(Csv.Lines(waiting), context.HttpContext.RequestAborted);
                waiting.Clear();
            }
        }

        await response.Body.WriteAsync(Csv.Lines(waiting), context.HttpContext.RequestAborted);
    }
}
