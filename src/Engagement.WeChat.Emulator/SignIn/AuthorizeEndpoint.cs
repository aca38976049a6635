using Engagement.WeChat.Emulator.Pages;
using Engagement.WeChat.Emulator.Personas;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary><c>GET /connect/oauth2/authorize</c>: where WeChat knows silently who holds the phone, the emulator has to ask.</summary>
internal sealed class AuthorizeEndpoint(EmulatorOptions options, PersonaBook personas, CodeBook codes)
{
    public Task Handle(HttpContext context)
    {
        var (request, error) = AuthorizeRequest.Read(context.Request, options);
        if (request is null)
        {
            return Html.Write(context, StatusCodes.Status400BadRequest, ErrorPage.Render(error!), formAction: "'none'");
        }

        var name = context.Request.Query.TryGetValue("persona", out var chosen) ? chosen.ToString().Trim() : PhoneHolder.Take(context);
        if (name is null)
        {
            return Picker(context, request, StatusCodes.Status200OK);
        }

        if (!Persona.IsName(name))
        {
            return Picker(context, request, StatusCodes.Status400BadRequest);
        }

        context.Response.Redirect(request.Answer(codes.Issue(request.AppId, personas.Meet(name), request.Scope)));
        return Task.CompletedTask;
    }

    private Task Picker(HttpContext context, AuthorizeRequest request, int status)
    {
        DateTimeOffset? emulatedNow = options.AdvanceClock is null ? null : options.UtcNow();
        var page = PickerPage.Render(request, personas.All, wrongName: status != StatusCodes.Status200OK, emulatedNow);
        // Browsers hold a form to this list even after a redirect; IPv6 addresses can not be written in it.
        var site = request.Redirect.HostNameType is UriHostNameType.IPv6 ? $"{request.Redirect.Scheme}:" : request.Origin;
        return Html.Write(context, status, page, formAction: $"'self' {site}");
    }
}
