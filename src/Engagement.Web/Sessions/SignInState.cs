using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Engagement.Web.Sessions;

/// <summary>Where a sign-in was going, bound to the browser that began it (wechat.md §5.5): an encrypted cookie of ten minutes.</summary>
public sealed class SignInState(IDataProtectionProvider protection)
{
    private const string CookieName = "signin";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("signin").ToTimeLimitedDataProtector();

    /// <summary>What the cookie holds.</summary>
    /// <param name="State">Random, echoed by WeChat.</param>
    /// <param name="ReturnUrl">Where the person was going.</param>
    /// <param name="OpenId">Known after WeChat's answer, until the person consents; never stored elsewhere.</param>
    public sealed record Begun(string State, string ReturnUrl, string? OpenId = null);

    /// <summary>Begins a sign-in and returns its state parameter.</summary>
    public string Begin(HttpContext http, string returnUrl)
    {
        var begun = new Begun(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), returnUrl);
        Keep(http, begun);
        return begun.State;
    }

    /// <summary>Writes the cookie.</summary>
    public void Keep(HttpContext http, Begun begun) => http.Response.Cookies.Append(CookieName, _protector.Protect(JsonSerializer.Serialize(begun), Lifetime), new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Lifetime, Path = "/",
    });

    /// <summary>What this browser began; null when it is forged, expired or another browser's.</summary>
    public Begun? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[CookieName] is { } cookie ? JsonSerializer.Deserialize<Begun>(_protector.Unprotect(cookie)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Forgets it.</summary>
    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(CookieName);
}
