using StackExchange.Redis;

namespace Engagement.Web;

/// <summary>
/// The one connection of this process to the Redis of membership, reminders and the session ring; apart from the cell's
/// (design.md §2), so that a large answer there never stands in front of a heartbeat here.
/// </summary>
public sealed class ControlConnection(ConfigurationOptions configuration, ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly Lazy<ConnectionMultiplexer> _connection = new(() =>
    {
        configuration.LoggerFactory = loggers;
        return ConnectionMultiplexer.Connect(configuration);
    });

    /// <summary>The connection; it reconnects by itself.</summary>
    public IConnectionMultiplexer Multiplexer => _connection.Value;

    /// <summary>Reads <c>Control:Connection</c>.</summary>
    /// <exception cref="ConfigurationException">It is missing or can't be read.</exception>
    public static ConfigurationOptions Configure(IConfiguration configuration)
    {
        if (configuration["Control:Connection"] is not { Length: > 0 } connection)
        {
            throw new ConfigurationException("Control:Connection is missing: the Redis of membership and reminders, apart from the cell's.");
        }

        try
        {
            var control = ConfigurationOptions.Parse(connection);
            control.AbortOnConnectFail = false;
            control.ConnectTimeout = 2_000;
            control.AsyncTimeout = control.SyncTimeout = 3_000;
            control.KeepAlive = 15;
            control.ReconnectRetryPolicy = new LinearRetry(500);
            control.ClientName = "engagement-control";
            control.TieBreaker = control.ConfigurationChannel = ""; // one server: the ACL user needs neither
            return control;
        }
        catch (ArgumentException e)
        {
            throw new ConfigurationException($"Control:Connection can't be read: {e.Message}");
        }
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
