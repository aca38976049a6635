using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>The one connection of this process to the cell's store. Reconnects by itself; fails at once while there is none.</summary>
public sealed class StoreConnection : IAsyncDisposable
{
    private readonly Lazy<ConnectionMultiplexer> _connection;

    public StoreConnection(IOptions<StoreOptions> options, ILoggerFactory loggers)
    {
        Options = options.Value;
        _connection = new(() => Watched(ConnectionMultiplexer.Connect(Configure(Options, loggers))));
    }

    /// <summary>The connection broke or came back: what answers now may be another server.</summary>
    public event Action? Changed;

    /// <summary>How it was configured.</summary>
    public StoreOptions Options { get; }

    /// <summary>The store's commands.</summary>
    public IDatabase Database => _connection.Value.GetDatabase();

    /// <summary>The servers that may be written to: one, or those of a Redis Cluster, one of which has the cell. Keys are looked for on all.</summary>
    public IReadOnlyList<IServer> Primaries => [.. Multiplexer.GetServers().Where(server => server.IsConnected && !server.IsReplica && server.ServerType != ServerType.Sentinel)];

    /// <summary>The connection itself, for what is not a database command.</summary>
    public IConnectionMultiplexer Multiplexer => _connection.Value;

    private ConnectionMultiplexer Watched(ConnectionMultiplexer connection)
    {
        connection.ConnectionFailed += (_, _) => Changed?.Invoke();
        connection.ConnectionRestored += (_, _) => Changed?.Invoke();
        return connection;
    }

    private static ConfigurationOptions Configure(StoreOptions options, ILoggerFactory loggers)
    {
        var configuration = ConfigurationOptions.Parse(options.Connection);
        configuration.AbortOnConnectFail = false;
        configuration.ConnectTimeout = 2_000;
        configuration.AsyncTimeout = options.TimeoutMilliseconds;
        configuration.SyncTimeout = options.TimeoutMilliseconds;
        configuration.KeepAlive = 15;
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ReconnectRetryPolicy = new LinearRetry(500);
        configuration.ClientName = "engagement";
        configuration.LoggerFactory = loggers;
        configuration.AllowAdmin = true; // CONFIG GET and INFO; what else is allowed is the server's to say
        // One primary: no vote on who it is and no channel to announce another, so the ACL user needs neither.
        configuration.TieBreaker = "";
        configuration.ConfigurationChannel = "";
        return configuration;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection.IsValueCreated)
        {
            await _connection.Value.DisposeAsync();
        }
    }
}
