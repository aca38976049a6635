using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>The frame of the emulator's pages. They work without script; styles from files.</summary>
internal static class Html
{
    // Chinese stays readable in the source; markup and quotes are always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text for an element or a quoted attribute.</summary>
    public static string Encode(string? text) => Encoder.Encode(text ?? "");

    /// <summary>A moment in Beijing: hour, minute and second.</summary>
    public static string Time(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A moment in Beijing with its day.</summary>
    public static string Moment(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="page">The page.</param>
    /// <param name="formAction">Where its forms may lead, as the content policy writes it.</param>
    /// <param name="live">Whether it is one of the tester's: with its own script and pictures.</param>
    public static Task Write(HttpContext context, int status, string page, string formAction, bool live = false)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        if (live)
        {
            context.Response.Headers["Referrer-Policy"] = "same-origin"; // else its forms would not say where they come from
        }

        var own = live ? " script-src 'self'; connect-src 'self'; img-src 'self';" : "";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self';{own} form-action {formAction}; base-uri 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(page, context.RequestAborted);
    }

    /// <summary>A page of the sign-in. Both arguments are markup: encode what came from outside.</summary>
    public static string Frame(string title, string body) => Page(title, "", $"<main>\n{body}\n</main>");

    /// <summary>A page of the tester's: wide, and it keeps itself fresh.</summary>
    public static string ControlFrame(string title, string body) => Page(
        title, $"<link rel=\"stylesheet\" href=\"{Assets.ControlStyles}\">\n<script src=\"{Assets.Script}\" defer></script>\n", body);

    private static string Page(string title, string head, string body) => $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="stylesheet" href="{Assets.Styles}">
        {head}</head>
        <body>
        {body}
        </body>
        </html>

        """;
}
