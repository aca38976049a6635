using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>The one style sheet, carried inside the assembly so that the emulator needs no folder.</summary>
internal static class EmulatorStyles
{
    public const string Path = "/emulator/emulator.css";

    public static async Task Handle(HttpContext context)
    {
        await using var css = typeof(EmulatorStyles).Assembly.GetManifestResourceStream("emulator.css")!;
        context.Response.ContentType = "text/css; charset=utf-8";
        context.Response.ContentLength = css.Length;
        await css.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
