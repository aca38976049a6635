using System.Globalization;
using System.Security.Cryptography;
using Engagement.Contracts;
using Microsoft.AspNetCore.DataProtection;

namespace Engagement.Web.Stations;

/// <summary>
/// That this browser stood at a station's screen: an encrypted cookie of ten minutes, so that a person who has to sign in first does
/// not lose their turn, and an address that is sent round carries nothing.
/// </summary>
public sealed class StationPasses(IDataProtectionProvider protection)
{
    private const string CookieName = "station";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("station.1").ToTimeLimitedDataProtector();

    /// <summary>Writes the cookie.</summary>
    public void Keep(HttpContext http, StationPass pass) => http.Response.Cookies.Append(CookieName,
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{pass.Station}:{pass.Window}:{pass.SeenAt}"), Lifetime),
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Lifetime, Path = "/stations" });

    /// <summary>Forgets it.</summary>
    public void Drop(HttpContext http) => http.Response.Cookies.Delete(CookieName, new() { Path = "/stations" });

    /// <summary>The pass for this station; null for none, a forged one, or one that is over.</summary>
    public StationPass? Read(HttpContext http, StationId station)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 and < 1_000 } cookie)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(cookie).Split(':') is [var id, var window, var seen] && id == station.ToString()
                ? new(station, long.Parse(window, CultureInfo.InvariantCulture), long.Parse(seen, CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
