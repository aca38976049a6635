using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Engagement.Web.Shared;

/// <summary>
/// That this browser stood at a screen: encrypted, for ten minutes, so that a person who has to sign in first does not lose their turn,
/// and an address that is sent round carries nothing.
/// </summary>
/// <param name="protection">Keys of the site.</param>
public sealed class Passes(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Seals a text that only this site reads again, for the same purpose.</summary>
    public string Seal(string purpose, string text) => Protector(purpose).Protect(text, Lifetime);

    /// <summary>Opens it; null for none, a forged one, or one that is over.</summary>
    public string? Open(string purpose, string? pass)
    {
        if (pass is not { Length: > 0 and < 1_000 })
        {
            return null;
        }

        try
        {
            return Protector(purpose).Unprotect(pass);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Keeps it in a cookie of this name, sent below <paramref name="path"/>.</summary>
    public void Keep(HttpContext http, string name, string path, string text) => http.Response.Cookies.Append(name, Seal(name, text),
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Lifetime, Path = path });

    /// <summary>What the cookie says; null as in <see cref="Open"/>.</summary>
    public string? Read(HttpContext http, string name) => Open(name, http.Request.Cookies[name]);

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector(purpose + ".1").ToTimeLimitedDataProtector();
}
