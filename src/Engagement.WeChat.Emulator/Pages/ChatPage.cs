using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Menus;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.QrCodes;
using Engagement.WeChat.Emulator.Templates;
using Engagement.WeChat.Emulator.Users;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary><c>GET /emulator/chat/{persona}</c>: a persona's phone with the account's chat; <c>GET /q/{id}</c>: a QR code, and who scans it.</summary>
internal sealed class ChatPage(EmulatorOptions options, PersonaBook personas, People people, ChatBook chats, MenuBook menus, TemplateBook templates, QrBook codes)
{
    public Task Show(HttpContext context)
    {
        if (personas.Find(context) is not { } persona)
        {
            return PageRoutes.Redirect(context, $"/emulator?note={Uri.EscapeDataString("没有这个人物。")}");
        }

        var note = context.Request.Query["note"].ToString();
        var (follows, credits) = people.Read(persona, person => (person.FollowedAt is not null, person.Credits.ToDictionary()));
        var path = PathOf(persona);
        var body = $"""
            <div class="desk">
            <main class="phone">
            <header class="top"><a class="back" href="/emulator" aria-label="回到控制台"></a><h1>{Html.Encode(options.AccountName)}</h1><span class="holder">{Face.Of(persona)}<span class="name">{Html.Encode(persona.Name)}</span></span><a class="jump" href="#more">更多</a></header>
            {(note.Length > 0 ? $"<p class=\"note\" role=\"alert\">{Html.Encode(note)}</p>" : "")}
            <ol class="lines" id="lines" data-lines="{path}/lines" aria-live="polite" aria-label="聊天">
            {ChatLines.Render(chats.Of(persona), persona, path)}</ol>
            {(follows ? PhoneBar.Render(path, menus.Shown) : PhoneBar.Unfollowed(path, options.AccountName))}
            </main>
            {PhonePanel.Render(path, persona, follows, credits, templates.All, codes.Latest(20))}
            </div>
            """;
        // A tap on a menu button or a notice ends on the account's site: browsers hold a form to this list after a redirect too.
        return Html.Write(context, StatusCodes.Status200OK, Html.ControlFrame($"{Html.Encode(persona.Name)}的手机", body), formAction: "'self' http: https:", live: true);
    }

    /// <summary>The lines after a number, for the page that shows the earlier ones.</summary>
    public Task ShowLines(HttpContext context)
    {
        if (personas.Find(context) is not { } persona)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        _ = long.TryParse(context.Request.Query["after"], out var after);
        var path = PathOf(persona);
        return Html.Write(context, StatusCodes.Status200OK, ChatLines.Render(chats.Of(persona, after), persona, path), formAction: "'self'", live: true);
    }

    public Task ShowCode(HttpContext context)
    {
        if (codes.ById(context.Request.RouteValues["id"] as string ?? "") is not { } code)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return Html.Write(context, StatusCodes.Status200OK, ScanPage.Render(code, personas.All, options), formAction: "'self'", live: true);
    }

    /// <summary>Where a persona's phone is.</summary>
    public static string PathOf(Persona persona) => $"/emulator/chat/{Uri.EscapeDataString(persona.Name)}";
}
