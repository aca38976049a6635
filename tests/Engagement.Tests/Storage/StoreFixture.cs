using StackExchange.Redis;

namespace Engagement.Tests.Storage;

/// <summary>Starts each store at its first use and shares it: every test has a cell or keys of its own.</summary>
public sealed class StoreFixture : IAsyncLifetime
{
    private readonly Lazy<Task<RedisServer>> _redis = new(() => RedisServer.StartAsync());
    private readonly Lazy<GarnetStore> _garnet = new(() => new());

    public async Task<string> ConnectionAsync(StoreKind kind) => kind == StoreKind.Redis ? (await _redis.Value).Connection : _garnet.Value.Connection;

    /// <summary>The ledger's setting for the store that <paramref name="connection"/> leads to.</summary>
    public static string FlushCommand(string connection) => GarnetStore.Serves(connection) ? Engagement.Local.GarnetStore.FlushCommand : "";

    public Task<RedisServer> RedisAsync() => _redis.Value;

    /// <summary>A ledger without a silo, in a cell of its own.</summary>
    internal async Task<LedgerBench> BenchAsync(StoreKind kind) => new(await ConnectionAsync(kind));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_redis.IsValueCreated)
        {
            await (await _redis.Value).DisposeAsync();
        }

        if (_garnet.IsValueCreated)
        {
            _garnet.Value.Dispose();
        }
    }
}

/// <summary>Tests that share the stores. They run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class StoreTests : ICollectionFixture<StoreFixture>
{
    public const string Name = "store";
}
