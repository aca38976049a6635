using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Engagement.Rig.City;
using StackExchange.Redis;

namespace Engagement.Rig.Compare;

/// <summary>One side of a comparison: a program on a store of its own, its people, and what it acknowledged.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _parts = [];

    private Peer(string name) => Name = name;

    public string Name { get; }

    public required Uri Site { get; init; }

    public CityClient City { get; private set; } = null!;

    public ServedBy Program { get; private set; } = null!;

    public int StorePid { get; private set; }

    public IConnectionMultiplexer Store { get; private set; } = null!;

    public Person[] People { get; private set; } = [];

    /// <summary>Pairs acknowledged since the start: the store's totals must say the same.</summary>
    public long Acknowledged { get; set; }

    // Many days are measured in a minute, so the allowance is wide and nobody is slowed down; on both sides alike.
    private static readonly Dictionary<string, string> Wide = new()
    {
        ["Roses__PerDay"] = "100", ["RateLimits__CommandBurst"] = "100000", ["RateLimits__CommandsPerMinute"] = "100000", ["DOTNET_gcServer"] = "0",
    };

    /// <summary>The city as anybody starts it, on redis-server.</summary>
    public static async Task<Peer> Product(string name, string local, string folder, int people, int callers)
    {
        var (site, wechat) = ($"http://127.0.0.1:{ServedBy.FreePort()}", $"http://127.0.0.1:{ServedBy.FreePort()}");
        var peer = new Peer(name) { Site = new(site) };
        peer.Program = await ServedBy.Start("dotnet",
            [local, "--urls", site, "--wechat-urls", wechat, "--data", folder, "--store", "redis", "--clock", "test"], "Ready:", Wide);
        peer._parts.Add(peer.Program);
        using var note = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "local.json")));
        await peer.Enter(site, wechat, note.RootElement.GetProperty("StorePort").GetInt32(), people, callers);
        return peer;
    }

    /// <summary>The same actions without grains, on a redis-server with the same configuration.</summary>
    public static async Task<Peer> Floor(string name, string folder, bool batch, int people, int callers)
    {
        var (site, port) = ($"http://127.0.0.1:{ServedBy.FreePort()}", ServedBy.FreePort());
        Directory.CreateDirectory(folder);
        var peer = new Peer(name) { Site = new(site) };
        var redis = await ServedBy.Start("redis-server",
            [Path.Combine(Programs.Root(), "infra", "redis-cell.conf"), "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", folder],
            "eady to accept connections");
        string[] arguments = [typeof(Peer).Assembly.Location, "floor", "--urls", site, "--redis", $"127.0.0.1:{port}",
            "--key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), .. batch ? ["--batch"] : Array.Empty<string>()];
        peer.Program = await ServedBy.Start("dotnet", arguments, "Ready:", Wide);
        peer._parts.Add(peer.Program);
        peer._parts.Add(redis);
        await peer.Enter(site, site, port, people, callers);
        return peer;
    }

    /// <summary>Null when the store's totals are exactly what was acknowledged.</summary>
    public async Task<string?> Check()
    {
        var totals = await Store.GetDatabase().HashGetAsync("{jiangmen}:totals", ["sent", "claimed"]);
        return (long)totals[0] == Acknowledged && (long)totals[1] == Acknowledged
            ? null
            : $"{Name}: {totals[0]} sent and {totals[1]} claimed are stored, {Acknowledged} pairs were acknowledged";
    }

    private async Task Enter(string site, string wechat, int storePort, int people, int callers)
    {
        Store = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{storePort},allowAdmin=true");
        var info = await Store.GetServer("127.0.0.1", storePort).InfoAsync("server");
        StorePid = int.Parse(info.SelectMany(group => group).Single(pair => pair.Key == "process_id").Value, CultureInfo.InvariantCulture);
        City = new(site, wechat, callers);
        People = await Crowd.Enter(City, people, callers);
    }

    public async ValueTask DisposeAsync()
    {
        City?.Dispose();
        Store?.Dispose();
        foreach (var part in _parts)
        {
            await part.DisposeAsync();
        }
    }
}
