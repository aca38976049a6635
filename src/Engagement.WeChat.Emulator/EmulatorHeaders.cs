using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator;

/// <summary>Headers of every answer. A page widens the content policy for itself.</summary>
internal static class EmulatorHeaders
{
    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return next(context);
    }
}
