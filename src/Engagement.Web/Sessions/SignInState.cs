using System.Security.Cryptography;
using System.Text.Json;
using Engagement.Grains.Campaigns;
using Microsoft.AspNetCore.DataProtection;

namespace Engagement.Web.Sessions;

/// <summary>
/// Where sign-ins were going, bound to the browser that began them (wechat.md §5.5): an encrypted cookie with the latest four of
/// ten minutes, so that two pages may sign in at the same time and a callback that comes twice ends where the first did.
/// </summary>
public sealed class SignInState(IDataProtectionProvider protection, ICampaignClock clock)
{
    private const string CookieName = "signin";
    private const int Kept = 4;
    private const int MostAtOnce = 3;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("signin.2").ToTimeLimitedDataProtector();

    /// <summary>One sign-in.</summary>
    /// <param name="State">Random, echoed by WeChat; good for one person.</param>
    /// <param name="ReturnUrl">Where the person was going: a path of this site.</param>
    /// <param name="At">When it began, in Unix seconds.</param>
    /// <param name="Again">It is the second attempt after a code that was no good.</param>
    /// <param name="OpenId">Known after WeChat's answer, until the person consents; never stored elsewhere.</param>
    /// <param name="Done">It ended in a session, or in an answer to <paramref name="Joins"/>.</param>
    /// <param name="Joins">It is no sign-in: this participant wants to be the same one in the mini program.</param>
    public sealed record Begun(string State, string ReturnUrl, long At, bool Again = false, string? OpenId = null, bool Done = false, string? Joins = null);

    /// <summary>Begins a sign-in and returns its state parameter.</summary>
    public string Begin(HttpContext http, string returnUrl, bool again = false, string? joins = null)
    {
        var begun = new Begun(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), returnUrl, clock.RealNow.ToUnixTimeSeconds(), again, Joins: joins);
        Keep(http, begun);
        return begun.State;
    }

    /// <summary>The sign-in of this state; null when this browser did not begin it, or too long ago.</summary>
    public Begun? Find(HttpContext http, string? state) => Read(http).Find(begun => string.Equals(begun.State, state, StringComparison.Ordinal));

    /// <summary>The latest that waits for the person's consent.</summary>
    public Begun? Consenting(HttpContext http) => Read(http).FindLast(begun => begun.OpenId is not null);

    /// <summary>The latest that ended in a session.</summary>
    public Begun? Entered(HttpContext http) => Read(http).FindLast(begun => begun is { Done: true, Joins: null });

    /// <summary>Sign-ins follow each other so fast that the session can't be sticking: ask the person instead of going round.</summary>
    public bool Loops(HttpContext http) => Read(http).Count(begun => begun.At > clock.RealNow.ToUnixTimeSeconds() - 60) >= MostAtOnce;

    /// <summary>Writes the cookie.</summary>
    public void Keep(HttpContext http, Begun begun)
    {
        var all = Read(http).Where(other => other.State != begun.State).Append(begun).TakeLast(Kept).ToList();
        http.Response.Cookies.Append(CookieName, _protector.Protect(JsonSerializer.Serialize(all), Lifetime), new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Lifetime, Path = "/",
        });
    }

    // Forged, expired, or another key's: as if there were none.
    private List<Begun> Read(HttpContext http)
    {
        try
        {
            var since = clock.RealNow.ToUnixTimeSeconds() - (long)Lifetime.TotalSeconds;
            return http.Request.Cookies[CookieName] is { } cookie
                ? JsonSerializer.Deserialize<List<Begun>>(_protector.Unprotect(cookie))!.FindAll(begun => begun.At > since)
                : [];
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return [];
        }
    }
}
