using System.Security.Claims;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.StackExchangeRedis;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Sessions;

/// <summary>One session ticket for everybody: a cookie for pages, the same ticket as a bearer token for other clients (design.md §7).</summary>
public static class Sessions
{
    /// <summary>How long a session lasts without a visit.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const string Either = "session";

    /// <summary>Registers sign-in by cookie and bearer token, and the ring that protects both.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("engagement");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider, CellKeys>((ring, services, keys) =>
        {
            ring.XmlRepository = RingPlace(services);
            ring.XmlEncryptor = new MasterKeyXmlEncryptor(keys);
        });
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, scheme => scheme.ForwardDefaultSelector = context => HasBearer(context)
                ? BearerTokenDefaults.AuthenticationScheme
                : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "engagement";
                cookie.Cookie.SameSite = SameSiteMode.Lax; // a link opened from a chat must find its session
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = Lifetime;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/signin";
                cookie.ReturnUrlParameter = "returnUrl";
            })
            .AddBearerToken();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IDataProtectionProvider>((cookie, protection) => cookie.TicketDataFormat = new ReadTickets(Format(protection)));
        services.AddOptions<BearerTokenOptions>(BearerTokenDefaults.AuthenticationScheme)
            .Configure<IDataProtectionProvider>((bearer, protection) => bearer.BearerTokenProtector = new ReadTickets(Format(protection)));
        services.AddAuthorization();
        return services;
    }

    /// <summary>Whether the request brings a bearer token: then no browser adds credentials by itself, and no antiforgery token is needed.</summary>
    public static bool HasBearer(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The signed-in person; default for none.</summary>
    public static ParticipantId ParticipantId(this ClaimsPrincipal user) =>
        Contracts.ParticipantId.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : default;

    /// <summary>The principal of a person's session.</summary>
    public static ClaimsPrincipal Principal(ParticipantId participant) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, participant.ToString())], Either));

    /// <summary>The session ticket as text, for a client that keeps it itself.</summary>
    public static string Token(IOptionsMonitor<BearerTokenOptions> options, ParticipantId participant, DateTimeOffset now) =>
        options.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Protect(
            new(Principal(participant), new() { IssuedUtc = now, ExpiresUtc = now + Lifetime }, BearerTokenDefaults.AuthenticationScheme));

    // In `control` where there is one; a city on one machine has none, and keeps the ring with everything else it has.
    private static RedisXmlRepository RingPlace(IServiceProvider services)
    {
        var cell = services.GetRequiredService<Cell>();
        return services.GetService<ControlConnection>() is { } control
            ? new(() => control.Multiplexer.GetDatabase(), cell.Key("ring"))
            : new(() => services.GetRequiredService<StoreConnection>().Database, cell.Key("ring"));
    }

    private static TicketDataFormat Format(IDataProtectionProvider protection) => new(protection.CreateProtector("session"));
}
