using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Engagement.Tests.Cluster;

/// <summary>The process uses no store that would lose what it acknowledges (design.md §8), on real servers.</summary>
public sealed class StoreCheckTests
{
    [RedisFact]
    public async Task Require_SafeStore_Passes()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var look = new Look(redis.Connection);
        Assert.False(look.Check.IsSafe);
        await look.Check.RequireAsync();
        Assert.True(look.Check.IsSafe);
    }

    [RedisTheory, InlineData("appendonly", "no", "yes"), InlineData("appendfsync", "everysec", "always"),
        InlineData("no-appendfsync-on-rewrite", "yes", "no"), InlineData("aof-load-truncated", "yes", "no"), InlineData("maxmemory-policy", "allkeys-lru", "noeviction")]
    public async Task Require_UnsafeSetting_NamesItItsValueAndWhatItMustBe(string setting, string value, string needed)
    {
        await using var redis = await RedisServer.StartAsync(settings: ["--" + setting, value]);
        await using var look = new Look(redis.Connection, trust: true); // trust is for what is hidden, never for what is seen
        var refusal = await Assert.ThrowsAsync<UnsafeStoreException>(async () => await look.Check.RequireAsync());
        Assert.Contains($"{setting} is '{value}' and must be '{needed}'", refusal.Message, StringComparison.Ordinal);
        Assert.False(look.Check.IsSafe);
    }

    [RedisFact]
    public async Task Require_Replica_IsRefused()
    {
        await using var primary = await RedisServer.StartAsync();
        await using var replica = await RedisServer.StartAsync(settings: ["--replicaof", "127.0.0.1 " + primary.Port]);
        await using var look = new Look(replica.Connection);
        var refusal = await Assert.ThrowsAsync<UnsafeStoreException>(async () => await look.Check.RequireAsync());
        Assert.Contains("replica", refusal.Message, StringComparison.Ordinal);
    }

    [RedisTheory, InlineData("CONFIG"), InlineData("INFO")]
    public async Task Require_HiddenCommand_OnlyTrustGetsPast(string command)
    {
        await using var redis = await RedisServer.StartAsync(settings: ["--rename-command", command, "hidden"]);
        await using var look = new Look(redis.Connection);
        var refusal = await Assert.ThrowsAsync<UnsafeStoreException>(async () => await look.Check.RequireAsync());
        Assert.Contains("Store:TrustUnverified", refusal.Message, StringComparison.Ordinal);

        await using var trusting = new Look(redis.Connection, trust: true);
        await trusting.Check.RequireAsync();
        Assert.True(trusting.Check.IsSafe);
    }

    [RedisFact]
    public async Task Require_StoreComesBackUnsafe_IsSeenAndWritesNothing()
    {
        var port = RedisServer.FreePort();
        await using var bench = new LedgerBench($"127.0.0.1:{port}");
        var check = (StoreCheck)bench.Services.GetService(typeof(StoreCheck))!;
        await using (await RedisServer.StartAsync(port))
        {
            await Connected(check);
            await (await bench.OpenAsync<TallyState>("a")).CommitAsync(new Count("tally", "a", 1));
        }

        await using var unsafely = await RedisServer.StartAsync(port, settings: ["--appendfsync", "everysec"]);
        await Eventually.HoldsAsync(async () => await Read(bench), "the connection is back");
        await Eventually.HoldsAsync(() => Task.FromResult(!check.IsSafe), "the new connection is not trusted for the old one's sake");
        var record = await bench.OpenAsync<TallyState>("b");
        var refusal = await Assert.ThrowsAsync<Contracts.LedgerException>(() => record.CommitAsync(new Count("tally", "b", 1)));
        Assert.Contains("appendfsync", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await bench.CountAsync("tally", "b"));
    }

    private static Task Connected(StoreCheck check) => Eventually.HoldsAsync(async () =>
    {
        try
        {
            await check.RequireAsync();
            return true;
        }
        catch (RedisException)
        {
            return false;
        }
    }, "the store is connected");

    private static async Task<bool> Read(LedgerBench bench)
    {
        try
        {
            await bench.CountAsync("tally", "a");
            return true;
        }
        catch (RedisException)
        {
            return false;
        }
    }

    private sealed class Look : IAsyncDisposable
    {
        private readonly StoreConnection _store;

        public Look(string connection, bool trust = false)
        {
            _store = new(Options.Create(new StoreOptions { Connection = connection, TrustUnverified = trust }), NullLoggerFactory.Instance);
            Check = new(_store, new(Options.Create(new CellOptions { Id = "look" })), NullLogger<StoreCheck>.Instance);
        }

        public StoreCheck Check { get; }

        public ValueTask DisposeAsync() => _store.DisposeAsync();
    }
}
