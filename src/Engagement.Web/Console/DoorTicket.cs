using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Contracts;
using Microsoft.AspNetCore.DataProtection;

namespace Engagement.Web.Console;

/// <summary>A ticket and the secret that binds it to one browser: an encrypted cookie, which a page of another site never sends.</summary>
/// <param name="Id">What the code carries.</param>
/// <param name="Secret">What only this browser has.</param>
/// <param name="Number">What this browser shows.</param>
/// <param name="ReturnUrl">Where the person was going.</param>
public sealed record DoorTicket(string Id, string Secret, int Number, string ReturnUrl)
{
    /// <summary>A fresh one.</summary>
    public static DoorTicket New(string returnUrl) =>
        new(OpaqueId.Format(OpaqueId.Random()), OpaqueId.Format(OpaqueId.Random()), RandomNumberGenerator.GetInt32(10, 100), returnUrl);

    /// <summary>What the ticket's grain knows of the secret.</summary>
    public string Browser => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Secret)));
}

/// <summary>Keeps a browser's ticket in its cookie.</summary>
public sealed class DoorTickets(IDataProtectionProvider protection)
{
    private const string CookieName = "console-door", Path = "/console/signin";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("door.1").ToTimeLimitedDataProtector();

    /// <summary>This browser's ticket; null for none, and for a forged or old one.</summary>
    public DoorTicket? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[CookieName] is { } cookie ? JsonSerializer.Deserialize<DoorTicket>(_protector.Unprotect(cookie)) : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps it.</summary>
    public void Keep(HttpContext http, DoorTicket ticket) => http.Response.Cookies.Append(CookieName, _protector.Protect(JsonSerializer.Serialize(ticket), Lifetime),
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Lifetime, Path = Path });

    /// <summary>Forgets it.</summary>
    public void Forget(HttpContext http) => http.Response.Cookies.Delete(CookieName, new() { Path = Path });
}
