using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>The frame of the emulator's pages. No script at all; styles from one file.</summary>
internal static class Html
{
    // Chinese stays readable in the source; markup and quotes are always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text for an element or a quoted attribute.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    public static Task Write(HttpContext context, int status, string page, string formAction)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; form-action {formAction}; base-uri 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(page, context.RequestAborted);
    }

    /// <summary>A whole page. Both arguments are markup: encode what came from outside.</summary>
    public static string Frame(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="stylesheet" href="{EmulatorStyles.Path}">
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>

        """;
}
