using System.Diagnostics;
using System.Net;
using Engagement.Contracts;
using Engagement.Grains.Archive;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Engagement.Tests.Cluster;

/// <summary>The ledger behind a Sentinel, and in a Redis Cluster of three: same commits, same recount (docs/cluster.md).</summary>
public sealed class StoreTopologyTests
{
    [RedisFact]
    public async Task Cluster_OfThree_HoldsACellOnOneNode_AndRecountsExportsAndImportsIt()
    {
        await using var nodes = await ClusterAsync();
        await using var city = await City.StartAsync(nodes.Connection);
        var (an, bai, chen) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync("co-mt"));
        await city.ChainAsync(an, bai, chen, an);
        await city.VoidAsync(await city.ChainAsync(bai, chen));
        for (var i = 0; i < 20 && await city.SweepAsync() > 0; i++)
        {
        }

        await city.IsCleanAsync();
        var store = city.Cell.Services.GetRequiredService<StoreConnection>();
        Assert.Equal(3, store.Primaries.Count);
        var held = await Task.WhenAll(store.Primaries.Select(async server => await server.KeysAsync(pattern: city.Keys.Key("*").ToString()).CountAsync()));
        Assert.Equal(1, held.Count(keys => keys > 0)); // one slot: one script sees all of a cell

        var folder = Path.Combine(Directory.CreateTempSubdirectory("topology").FullName, "export");
        var manifest = await new CellExport(city.Cell.Services).WriteAsync(folder, _ => { });
        Assert.Equal(held.Sum(), manifest.Files.Sum(file => file.Keys));
        foreach (var server in store.Primaries)
        {
            await foreach (var key in server.KeysAsync(pattern: city.Keys.Key("*").ToString()))
            {
                await city.Redis.KeyDeleteAsync(key);
            }
        }

        await new CellImport(city.Cell.Services).RunAsync(folder, _ => { });
        await city.IsCleanAsync();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [RedisFact]
    public async Task Sentinel_SaysWhereThePrimaryIs_AndAfterAPlannedFailoverTheCityGoesOn()
    {
        await using var primary = await RedisServer.StartAsync();
        await using var replica = await RedisServer.StartAsync(0, "", "--replicaof", "127.0.0.1", $"{primary.Port}");
        using var sentinel = new Sentinel(primary.Port);
        await Eventually.HoldsAsync(() => sentinel.KnowsAsync(replica.Port), "the sentinel knows the replica");
        await using var city = await City.StartAsync($"127.0.0.1:{sentinel.Port},serviceName={Sentinel.Service}");
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        var rose = await city.ChainAsync(an, bai);
        await city.IsCleanAsync();

        await sentinel.FailOverAsync();
        await Eventually.HoldsAsync(() => sentinel.IsPrimaryAsync(replica.Port), "the replica was made primary");
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                return (await city.SendAsync(bai)).Outcome == Outcome.Done;
            }
            catch (Exception e) when (e is LedgerException or RedisException or TimeoutException)
            {
                return false; // it finds the new one within seconds
            }
        }, "the city goes on");
        Assert.Equal(bai, (await city.StateAsync(rose)).Holder);
        var store = city.Cell.Services.GetRequiredService<StoreConnection>();
        await Eventually.HoldsAsync(() => Task.FromResult(store.Primaries is [{ EndPoint: IPEndPoint { Port: var port } }] && port == replica.Port), "the old primary is a replica now");
        await city.IsCleanAsync();
    }

    private static async Task<Nodes> ClusterAsync()
    {
        var servers = new List<(RedisServer Server, int Bus)>();
        for (var i = 0; i < 3; i++)
        {
            var bus = RedisServer.FreePort();
            servers.Add((await RedisServer.StartAsync(0, "", "--cluster-enabled", "yes", "--cluster-port", $"{bus}", "--cluster-node-timeout", "3000"), bus));
        }

        for (var i = 0; i < 3; i++)
        {
            await using var one = await ConnectionMultiplexer.ConnectAsync(servers[i].Server.Connection + ",allowAdmin=true");
            await one.GetDatabase().ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", i * 16384 / 3, ((i + 1) * 16384 / 3) - 1);
            foreach (var (other, bus) in servers.Where((_, j) => j != i))
            {
                await one.GetDatabase().ExecuteAsync("CLUSTER", "MEET", "127.0.0.1", other.Port, bus);
            }
        }

        var rounds = 0;
        await Eventually.HoldsAsync(async () =>
        {
            foreach (var (server, _) in servers)
            {
                await using var one = await ConnectionMultiplexer.ConnectAsync(server.Connection + ",allowAdmin=true");
                var info = (string)(await one.GetDatabase().ExecuteAsync("CLUSTER", "INFO"))!;
                if (!info.Contains("cluster_state:ok", StringComparison.Ordinal) || !info.Contains("cluster_known_nodes:3", StringComparison.Ordinal)
                    || !info.Contains("cluster_slots_ok:16384", StringComparison.Ordinal))
                {
                    rounds = 0;
                    return false;
                }
            }

            return ++rounds > 20; // all of them, and for a while: they vote about each other at first
        }, "the nodes are a cluster");
        return new([.. servers.Select(server => server.Server)]);
    }

    private sealed record Nodes(IReadOnlyList<RedisServer> Servers) : IAsyncDisposable
    {
        public string Connection => string.Join(',', Servers.Select(server => server.Connection));

        public async ValueTask DisposeAsync()
        {
            foreach (var server in Servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    /// <summary>One sentinel: enough to ask, and to fail over by command.</summary>
    private sealed class Sentinel : IDisposable
    {
        public const string Service = "city";

        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-sentinel-");
        private readonly Process _process;

        public Sentinel(int primary)
        {
            var file = Path.Combine(_folder.FullName, "sentinel.conf");
            File.WriteAllText(file, $"port {Port}\nbind 127.0.0.1\ndir {_folder.FullName}\nsentinel monitor {Service} 127.0.0.1 {primary} 1\nsentinel down-after-milliseconds {Service} 5000\nsentinel failover-timeout {Service} 10000\n");
            _process = Process.Start(new ProcessStartInfo("redis-server", [file, "--sentinel"]) { RedirectStandardOutput = true })!;
            _ = _process.StandardOutput.ReadToEndAsync();
        }

        public int Port { get; } = RedisServer.FreePort();

        public async Task<bool> KnowsAsync(int replica)
        {
            var found = await AskAsync("REPLICAS", Service);
            return found is { IsNull: false } && ((RedisResult[])found!).Any(one => ((RedisResult[])one!).Any(field => (string?)field == $"{replica}") && ((RedisResult[])one!).Any(field => (string?)field == "ok"));
        }

        public async Task<bool> IsPrimaryAsync(int port) => (string?)((RedisResult[])(await AskAsync("GET-MASTER-ADDR-BY-NAME", Service))!)[1] == $"{port}";

        public Task FailOverAsync() => AskAsync("FAILOVER", Service);

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            _folder.Delete(recursive: true);
        }

        private async Task<RedisResult> AskAsync(params object[] words)
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions { EndPoints = { { "127.0.0.1", Port } }, CommandMap = CommandMap.Sentinel, TieBreaker = "", AllowAdmin = true, AbortOnConnectFail = false });
            return await connection.GetServer("127.0.0.1", Port).ExecuteAsync("SENTINEL", words);
        }
    }
}
