using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>Styles and scripts, carried inside the assembly so that the emulator needs no folder.</summary>
internal static class Assets
{
    public const string Styles = "/emulator/emulator.css";
    public const string ControlStyles = "/emulator/control.css";
    public const string Script = "/emulator/control.js";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (path, type) in new[] { (Styles, "text/css"), (ControlStyles, "text/css"), (Script, "text/javascript") })
        {
            app.MapGet(path, async context =>
            {
                await using var file = typeof(Assets).Assembly.GetManifestResourceStream(path[(path.LastIndexOf('/') + 1)..])!;
                context.Response.ContentType = $"{type}; charset=utf-8";
                context.Response.ContentLength = file.Length;
                await file.CopyToAsync(context.Response.Body, context.RequestAborted);
            });
        }
    }
}
