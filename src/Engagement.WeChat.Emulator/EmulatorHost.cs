using System.Net;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Clock;
using Engagement.WeChat.Emulator.Control;
using Engagement.WeChat.Emulator.Pages;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.QrCodes;
using Engagement.WeChat.Emulator.SignIn;
using Engagement.WeChat.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.WeChat.Emulator;

/// <summary>A stand-in for WeChat's servers on this machine: development's default and the tests' double.</summary>
public static class EmulatorHost
{
    /// <summary>Largest request body, in bytes.</summary>
    internal const int LargestBody = 16 * 1024;

    /// <summary>
    /// Builds the emulator on a Kestrel of its own, which reads no environment variables, no files and no signals:
    /// the caller starts, stops and disposes it. With <see cref="EmulatorOptions.DataFolder"/> it carries on after a restart; people keep their
    /// openids even without, unused codes never survive.
    /// </summary>
    /// <param name="options">What it pretends, and where it listens.</param>
    /// <param name="loggers">Where it logs; null logs nowhere. Not disposed with the emulator.</param>
    /// <exception cref="ArgumentException">
    /// An address is reachable from other machines without <see cref="EmulatorOptions.AllowRemote"/>, or a persona's name is out of bounds.
    /// </exception>
    public static WebApplication Create(EmulatorOptions options, ILoggerFactory? loggers = null) =>
        Create(options, new EmulatorStore(options.DataFolder), loggers);

    internal static WebApplication Create(EmulatorOptions options, EmulatorStore store, ILoggerFactory? loggers)
    {
        var urls = options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!options.AllowRemote && urls.FirstOrDefault(url => !IsLoopback(url)) is { } open)
        {
            throw new ArgumentException($"微信模拟器默认只监听本机（127.0.0.1 或 localhost），不能监听 {open}：能访问它的人可以冒充任何人登录。", nameof(options));
        }

        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.WebHost.UseUrls(urls);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, CallerOwnedLifetime>();
        if (loggers is not null)
        {
            builder.Services.AddSingleton(loggers);
        }

        // A web page elsewhere must not reach the emulator by a name of its own that resolves to this machine.
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = options.AllowRemote ? ["*"] : ["127.0.0.1", "localhost", "[::1]"]);
        builder.Services.AddEmulator(options, store);
        return Map(builder.Build());
    }

    private static WebApplication Map(WebApplication app)
    {
        var services = app.Services;
        app.UseHostFiltering();
        app.Use(EmulatorHeaders.Add);
        app.UseMiddleware<CallCounter>();
        services.GetRequiredService<ApiPipeline>().Map(app, services.GetServices<IApi>());
        app.MapGet("/cgi-bin/showqrcode", services.GetRequiredService<ShowQrCode>().Handle);
        app.MapGet("/connect/oauth2/authorize", services.GetRequiredService<AuthorizeEndpoint>().Handle);
        app.MapPost("/emulator/jscode", services.GetRequiredService<JsCodeEndpoint>().Handle);
        var people = services.GetRequiredService<PersonaEndpoint>();
        app.MapGet("/emulator/personas", people.List);
        app.MapPost("/emulator/personas", people.Change);
        var clock = services.GetRequiredService<ClockEndpoint>();
        app.MapGet("/emulator/clock", clock.Show);
        app.MapPost("/emulator/clock", clock.Advance);
        services.MapControl(app);
        app.MapGet(EmulatorStyles.Path, EmulatorStyles.Handle);
        return app;
    }

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
