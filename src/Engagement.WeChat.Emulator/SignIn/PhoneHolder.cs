using Engagement.WeChat.Emulator.Personas;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.SignIn;

/// <summary>Who opened a page from the chat of the emulated phone: for two minutes the sign-in asks nobody, as in WeChat.</summary>
internal static class PhoneHolder
{
    private const string Cookie = "emulator-phone";

    private static readonly CookieOptions Options = new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Path = "/connect/oauth2/authorize",
        MaxAge = TimeSpan.FromMinutes(2),
    };

    public static void Remember(HttpContext context, Persona persona) => context.Response.Cookies.Append(Cookie, persona.Name, Options);

    /// <summary>The holder's name, once.</summary>
    public static string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } name)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = Options.Path });
        return Persona.IsName(name) ? name : null;
    }
}
