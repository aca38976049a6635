using System.Globalization;
using System.Net;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Orleans.Dashboard;

namespace Engagement.Web.Admin;

/// <summary>
/// Orleans' dashboard at <see cref="Path"/> of a port of its own (design.md §6): only there, and only for an operator who came in by the console's door. Its page that shows
/// what a grain holds stays closed: that is people's letters.
/// </summary>
internal static class AdminListener
{
    /// <summary>Where it is.</summary>
    public const string Path = "/orleans";

    private const string Index = Path + "/";

    private static readonly string[] Closed = [Path + "/GrainState", Path + "/Trace"];

    /// <summary>Adds the port to the site's addresses, and the profiler to this silo.</summary>
    public static void AddAdmin(this WebApplicationBuilder builder, ISiloBuilder silo)
    {
        if (Options(builder.Configuration) is not { IsOn: true } admin)
        {
            return;
        }

        if (!IPAddress.TryParse(admin.Address, out var address))
        {
            throw new ConfigurationException($"Admin:Address is '{admin.Address}' and must be an IP address.");
        }

        silo.AddDashboard(dashboard => dashboard.HideTrace = true);
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, $"{Site(builder)};http://{new IPEndPoint(address, admin.Port)}");
    }

    /// <summary>Shows it to operators on its port, and to nobody else anywhere. After signing in was read.</summary>
    public static void UseAdmin(this WebApplication app)
    {
        if (Options(app.Configuration) is { IsOn: true } admin)
        {
            app.UseWhen(http => http.Request.Path.StartsWithSegments(Path), branch => branch.Use((http, next) => Gate(http, next, admin.Port)));
            app.MapOrleansDashboard(Path).DisableRateLimiting();
        }
    }

    /// <summary>The settings, as they are needed before anything is built.</summary>
    private static AdminOptions Options(IConfiguration configuration) => configuration.GetSection("Admin").Get<AdminOptions>() ?? new();

    // What the site listens on without this: where addresses are named, Kestrel no longer asks for ports.
    private static string Site(WebApplicationBuilder builder)
    {
        var ports = builder.WebHost.GetSetting(WebHostDefaults.HttpPortsKey)?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) is { Length: > 0 } urls ? urls
            : ports.Length > 0 ? string.Join(';', ports.Select(port => $"http://*:{port}"))
            : "http://localhost:5000";
    }

    private static async Task Gate(HttpContext http, RequestDelegate next, int port)
    {
        var path = http.Request.Path;
        if (http.Connection.LocalPort != port || Closed.Any(closed => path.StartsWithSegments(closed)))
        {
            http.SetEndpoint(null);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var me = http.User.ParticipantId();
        if (me.IsNone)
        {
            http.Response.Redirect($"{DoorController.Way}?returnUrl={Uri.EscapeDataString(Index)}");
            return;
        }

        // A closed account has no profile.
        var profile = (await http.RequestServices.GetRequiredService<Calls>().Participant(me, person => person.Self())).Profile;
        if (profile?.Operator != true)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (path == Path)
        {
            http.Response.Redirect(Index); // its own addresses are relative
            return;
        }

        http.AllowInlineStyle();
        http.Response.Headers.CacheControl = "no-store";
        await next(http);
    }
}
