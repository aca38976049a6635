using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.QrCodes;

/// <summary><c>GET /cgi-bin/showqrcode?ticket=</c>: the picture, or 404. WeChat's is a JPEG; this one is a PNG and says so.</summary>
internal sealed class ShowQrCode(QrBook codes, EmulatorOptions options)
{
    public Task Handle(HttpContext context)
    {
        if (codes.ByTicket(context.Request.Query["ticket"].ToString()) is not { } ticket || ticket.ExpiresAt <= options.UtcNow())
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "image/png";
        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        return context.Response.Body.WriteAsync(QrPng.Draw($"{origin}/q/{ticket.Id}", width: 430), context.RequestAborted).AsTask();
    }
}
