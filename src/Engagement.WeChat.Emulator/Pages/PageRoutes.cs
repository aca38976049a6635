using Engagement.WeChat.Emulator.Control;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>The tester's pages. Forms are taken from these pages only, so that no other site can press their buttons.</summary>
internal static class PageRoutes
{
    public static void MapPages(this IServiceProvider services, IEndpointRouteBuilder app)
    {
        var (control, forms) = (services.GetRequiredService<ControlPage>(), services.GetRequiredService<ControlForms>());
        app.MapGet("/", context => Redirect(context, "/emulator"));
        app.MapGet("/emulator", LocalCallers.Only(control.Show));
        app.MapPost("/emulator", LocalCallers.Only(FromHere(forms.Take)));

        var (chat, phone) = (services.GetRequiredService<ChatPage>(), services.GetRequiredService<ChatForms>());
        app.MapGet("/emulator/chat/{persona}", LocalCallers.Only(chat.Show));
        app.MapGet("/emulator/chat/{persona}/lines", LocalCallers.Only(chat.ShowLines));
        app.MapPost("/emulator/chat/{persona}", LocalCallers.Only(FromHere(phone.Take)));
        app.MapGet("/q/{id}", LocalCallers.Only(chat.ShowCode));
    }

    /// <summary>Sends the browser on by GET.</summary>
    public static Task Redirect(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
        return Task.CompletedTask;
    }

    private static RequestDelegate FromHere(RequestDelegate handle) => context =>
        context.Request.HasFormContentType && context.Request.Headers.Origin == $"{context.Request.Scheme}://{context.Request.Host}"
            ? handle(context)
            : EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, "请在模拟器的页面上操作。");
}
