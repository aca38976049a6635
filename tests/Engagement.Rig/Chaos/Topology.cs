using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Engagement.WeChat.Emulator;
using Engagement.WeChat.Emulator.Personas;
using Microsoft.AspNetCore.Builder;
using StackExchange.Redis;

namespace Engagement.Rig.Chaos;

/// <summary>A city as in production, all on this machine: silos, the cell's Redis, the control Redis, and WeChat's emulator.</summary>
internal sealed class Topology : IAsyncDisposable
{
    private readonly WebApplication _wechat;
    private readonly Dictionary<string, string> _settings;

    private Topology(string folder, WebApplication wechat, Dictionary<string, string> settings) => (Folder, _wechat, _settings) = (folder, wechat, settings);

    public string Folder { get; }

    public required Silo[] Silos { get; init; }

    public required RedisNode Cell { get; init; }

    public required RedisNode Control { get; init; }

    public required HttpClient Http { get; init; }

    /// <summary>Where the emulator listens.</summary>
    public const int WeChatPort = 7403;

    /// <summary>The emulator, seen from the Rig.</summary>
    public string WeChat { get; } = $"http://{Hub}:{WeChatPort}";

    /// <summary>Hours until an offer or a bouquet comes back: few, so that a moved clock makes them due without making commands too old.</summary>
    public const int OfferHours = 1;

    /// <summary>The persona who may grant budgets.</summary>
    public const string Operator = "管理员";

    /// <summary>Where both Redis and the emulator listen.</summary>
    public static string Hub => Network.IsInside ? Network.Hub : "127.0.0.1";

    public static async Task<Topology> Start(string folder, int silos, int perDay)
    {
        Directory.CreateDirectory(Path.Combine(folder, "cell"));
        if (Network.IsInside)
        {
            await Tools.Run("mount", "-t", "tmpfs", "-o", "size=256m", "none", Path.Combine(folder, "cell")); // a disk that can be filled
        }

        var preloads = await Preloads.Build(folder);
        var cell = new RedisNode("redis-cell.conf", Hub, 7401, Path.Combine(folder, "cell"), preloads.Synced);
        var control = new RedisNode("redis-control.conf", Hub, 7402, Path.Combine(folder, "control"), recorder: null);
        await Task.WhenAll(cell.Start(), control.Start());

        var wechat = $"http://127.0.0.1:{WeChatPort}";
        var emulator = EmulatorHost.Create(new() { Urls = $"http://{Hub}:{WeChatPort}", AllowRemote = Network.IsInside });
        await emulator.StartAsync();
        var settings = Settings(cell, control, wechat, perDay);
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(1), MaxConnectionsPerServer = 256 })
        {
            Timeout = TimeSpan.FromSeconds(5),
        };
        var topology = new Topology(folder, emulator, settings)
        {
            Cell = cell, Control = control, Http = http, Silos = [.. Enumerable.Range(0, silos).Select(i => new Silo(i, folder, settings, preloads.Clock, http))],
        };
        await topology.Tool("seed");
        foreach (var silo in topology.Silos)
        {
            silo.Start();
            await silo.Ready(); // one after another, as a deployment does
        }

        return topology;
    }

    /// <summary>Runs a subcommand of Engagement.Web on this city, as its operator. Exit code and output.</summary>
    public async Task<(int Exit, string Output)> Tool(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Programs.Web(), .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["Store__Connection"] = Cell.Operators;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    /// <summary>How far the silos' clocks are ahead of the machine's when they agree.</summary>
    public TimeSpan Ahead => Silos[0].Ahead;

    /// <summary>Another Redis like the cell's, which follows it through a link.</summary>
    public RedisNode Replica(SlowLink link) => new("redis-cell.conf", Hub, 7404, Path.Combine(Folder, "replica"), null, "--replicaof", Hub, link.Port.ToString(CultureInfo.InvariantCulture));

    /// <summary>A connection for the Rig's own questions to the cell's store.</summary>
    public Task<ConnectionMultiplexer> Store() => ConnectionMultiplexer.ConnectAsync(Cell.Operators);

    private static Dictionary<string, string> Settings(RedisNode cell, RedisNode control, string wechat, int perDay)
    {
        var emulator = new EmulatorOptions();
        return new()
        {
            ["Store__Connection"] = cell.Connection,
            ["Control__Connection"] = control.Connection,
            ["Keys__Master"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["WeChat__AppId"] = emulator.AppId,
            ["WeChat__AppSecret"] = emulator.AppSecret,
            ["WeChat__MiniProgramAppId"] = emulator.MiniProgramAppId,
            ["WeChat__MiniProgramAppSecret"] = emulator.MiniProgramAppSecret,
            ["WeChat__ApiBase"] = wechat,
            ["WeChat__OpenBase"] = wechat,
            ["Operators__OpenIds__0"] = new Persona(Operator).OpenId(emulator.MiniProgramAppId),
            ["RateLimits__EntriesPerMinute"] = "1000000",
            ["RateLimits__CommandBurst"] = "100000",
            ["RateLimits__CommandsPerMinute"] = "100000",
            ["Roses__PerDay"] = perDay.ToString(CultureInfo.InvariantCulture),
            ["Roses__OfferHours"] = OfferHours.ToString(CultureInfo.InvariantCulture),
            ["Bouquets__Hours"] = OfferHours.ToString(CultureInfo.InvariantCulture),
            ["Hosting__DrainSeconds"] = "3", // the router notices within a tenth of a second
            ["Logging__LogLevel__Default"] = "Warning",
            ["DOTNET_gcServer"] = "0",
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Silos)
        {
            await silo.DisposeAsync();
        }

        await Cell.DisposeAsync();
        await Control.DisposeAsync();
        await _wechat.DisposeAsync();
        Http.Dispose();
    }
}
