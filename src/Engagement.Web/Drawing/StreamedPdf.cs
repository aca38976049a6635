using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Engagement.Web.Drawing;

/// <summary>A PDF that is sent while it is drawn.</summary>
/// <param name="name">Name of the file.</param>
/// <param name="write">Writes it.</param>
public sealed class StreamedPdf(string name, Func<Stream, CancellationToken, Task> write) : IActionResult
{
    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/pdf";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        await write(response.Body, context.HttpContext.RequestAborted);
    }
}
