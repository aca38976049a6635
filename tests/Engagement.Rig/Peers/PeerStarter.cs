using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Rig.City;
using Engagement.Rig.Serve;
using Npgsql;
using StackExchange.Redis;

namespace Engagement.Rig.Peers;

/// <summary>Starts peers, each on a store of its own with the same promise, and lets the same people in.</summary>
internal sealed class PeerStarter(PeersOptions options, ReferenceData reference)
{
    // Many days are measured in a minute, so the allowance is wide and nobody is slowed down; on all sides alike.
    private static readonly Dictionary<string, string> Wide = new()
    {
        ["Roses__PerDay"] = "100", ["RateLimits__CommandBurst"] = "100000", ["RateLimits__CommandsPerMinute"] = "100000", ["DOTNET_gcServer"] = "0",
    };

    // A city that has people already gets others: the first numbers live there.
    private const int Newcomers = 900_001;

    /// <summary>The city itself: as it is, on a store that fsyncs every second only, another build, telling of itself (all traces or one of a hundred), with Orleans' dashboard, or a city that <c>grow</c> compares.</summary>
    public static readonly string[] Cities = ["product", "everysec", "before", "sight", "sight-sampled", "dashboard", "empty", "grown"];

    /// <summary>Whether the name is one of <see cref="Cities"/>.</summary>
    public static bool IsProduct(string name) => Cities.Contains(name);

    /// <summary>The peer of this name, with <paramref name="people"/> people and <see cref="Peer.Extras"/> more.</summary>
    public async Task<Peer> Start(string name, int people)
    {
        Console.Error.WriteLine($"  starting {name}");
        var folder = name == "grown" && options.City is { } city ? Path.GetFullPath(city) : Directory.CreateDirectory(Path.Combine(options.Folder, name)).FullName;
        var peer = name switch
        {
            "sight" or "sight-sampled" => await Telling(name, folder),
            "dashboard" => await Product(name, Programs.Local(options.Local), folder, new() { ["Admin__Port"] = Text(ServedBy.FreePort()) }),
            "everysec" => await EverySecond(await Product(name, Programs.Local(options.Local), folder)),
            "product" or "empty" or "grown" => await Product(name, Programs.Local(options.Local), folder),
            "before" => await Product(name, Programs.Local(options.Before ?? throw new ArgumentException("--before DLL is missing: the other build of the city.")), folder),
            "node" => await OnNode(folder),
            _ when name.StartsWith("postgres", StringComparison.Ordinal) => await OnPostgres(name, folder),
            _ => await OnRedis(name, folder),
        };
        peer.Books = new(await Crowd.Enter(peer.City, people + Peer.Extras, options.Callers, options.City is null ? 1 : Newcomers), reference);
        if (IsProduct(name))
        {
            await new CompanySystem(peer.City, reference).Send(peer.Books.People);
            await Crowd.Each(peer.Books.People, options.Callers, "people joined", person => Join(peer.City, person));
        }

        return peer;
    }

    // The product's people join as anybody does; a peer is told where they belong when they enter.
    private async Task<bool> Join(CityClient city, Person person)
    {
        var (organisation, company) = Resident.Of(person.Name, reference);
        foreach (var code in new[] { organisation?.JoinCode, company?.JoinCode }.OfType<string>())
        {
            var joined = await city.Post("api/v1/me/affiliations", new { commandId = CityClient.NewCommand(), code }, person.Token);
            CityClient.Need(joined.Outcome == "NotEnrolled"
                ? await city.Post("api/v1/me/courier", new { commandId = CityClient.NewCommand(), phone = CompanySystem.Phone(person.Name), code }, person.Token)
                : joined);
        }

        return true;
    }

    private async Task<Peer> Telling(string name, string folder)
    {
        var receiver = new Receiver();
        return await Product(name, Programs.Local(options.Local), folder, receiver.Settings(sampled: name == "sight-sampled"), receiver);
    }

    private async Task<Peer> Product(string name, string local, string folder, Dictionary<string, string>? settings = null, params IEnumerable<IAsyncDisposable> parts)
    {
        var (site, wechat) = (Address(), Address());
        var peer = new Peer(name, new(site), new(site, wechat, options.Callers), _ => ServedBy.Start(
            "dotnet", [local, "--urls", site, "--wechat-urls", wechat, "--data", folder, "--store", "redis", "--clock", "test"], "Ready:", new(Wide.Concat(settings ?? []))), parts) { StorePid = 0 };
        await peer.Start();
        using var note = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "local.json")));
        peer.StorePid = note.RootElement.GetProperty("StorePid").GetInt32();
        peer.StorePort = note.RootElement.GetProperty("StorePort").GetInt32();
        peer.Store = new RedisView(await Connect(peer.StorePort), RedisLayout.Product);
        return peer;
    }

    private async Task<Peer> OnRedis(string name, string folder)
    {
        var (redis, port) = await Redis(folder);
        return await Serve(name, folder, $"127.0.0.1:{port}", redis.Pid, async () => new RedisView(await Connect(port), Layout(name)), redis);
    }

    private static RedisLayout Layout(string name) => name switch { "stock" => RedisLayout.Stock, "transactions" => RedisLayout.Transactions, _ => RedisLayout.Product };

    private static async Task<(ServedBy Server, int Port)> Redis(string folder)
    {
        var port = ServedBy.FreePort();
        return (await ServedBy.Start("redis-server",
            [Path.Combine(Programs.Root(), "infra", "redis-cell.conf"), "--port", Text(port), "--bind", "127.0.0.1", "--dir", folder], "eady to accept connections"), port);
    }

    // Another language's program, with its own packages.
    private async Task<Peer> OnNode(string folder)
    {
        var home = Path.Combine(Programs.Root(), "tests", "Engagement.Rig", "Serve", "Node");
        if (!Directory.Exists(Path.Combine(home, "node_modules")))
        {
            throw new RigException($"The packages of the peer node are missing: npm ci --prefix {home}");
        }

        var ((redis, port), site, key) = (await Redis(folder), ServedBy.FreePort(), Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        var address = $"http://127.0.0.1:{site}";
        var peer = new Peer("node", new(address), new(address, address, options.Callers), ahead => ServedBy.Start("node",
            [Path.Combine(home, "server.mjs"), Text(site), Text(port), key, Path.Combine(Programs.Root(), "infra", "jiangmen"), Text((int)ahead.TotalHours)], "Ready:", Wide), redis) { StorePid = redis.Pid };
        await peer.Start();
        peer.Store = new RedisView(await Connect(port), RedisLayout.Node);
        return peer;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<Peer> OnPostgres(string name, string folder)
    {
        var server = await PostgresServer.Start(options.Small);
        return await Serve(name, folder, server.Connection, server.Pid, () => Task.FromResult<IStoreView>(new PostgresView(
            new NpgsqlDataSourceBuilder(server.Connection + ";Pooling=false;Command Timeout=120").Build())), server);
    }

    private async Task<Peer> Serve(string name, string folder, string store, int storePid, Func<Task<IStoreView>> view, IAsyncDisposable server)
    {
        var (site, key) = (Address(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var (kind, pool) = name.Split('@') is [var before, var after] ? (before, after) : (name, options.Pool.ToString(CultureInfo.InvariantCulture));
        var peer = new Peer(name, new(site), new(site, site, options.Callers), ahead => ServedBy.Start("dotnet",
            [typeof(PeerStarter).Assembly.Location, "serve", "--peer", kind, "--urls", site, "--store", store, "--key", key, "--folder", Path.Combine(folder, "ring"),
                "--ahead", ((int)ahead.TotalHours).ToString(CultureInfo.InvariantCulture), "--pool", pool],
            "Ready:", Wide), server) { StorePid = storePid };
        await peer.Start();
        peer.Store = await view();
        return peer;
    }

    // The city refuses such a store when it starts, so it is changed under its feet.
    private static async Task<Peer> EverySecond(Peer peer)
    {
        await peer.Configure("appendfsync", "everysec");
        return peer;
    }

    private static string Address() => $"http://127.0.0.1:{ServedBy.FreePort()}";

    private static async Task<ConnectionMultiplexer> Connect(int port) => await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},asyncTimeout=60000,syncTimeout=60000");
}
