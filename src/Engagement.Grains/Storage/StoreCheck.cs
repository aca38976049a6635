using System.Globalization;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>
/// Whether the store that is connected now keeps what it acknowledges. It is asked before the first write and again
/// after every reconnection: what comes back may be another server, or have another configuration (docs/cluster.md).
/// </summary>
public sealed partial class StoreCheck
{
    // What a yes stands on (design.md §8).
    private static readonly (string Setting, string Needed)[] Settings =
    [
        ("appendonly", "yes"), ("appendfsync", "always"), ("no-appendfsync-on-rewrite", "no"), ("aof-load-truncated", "no"),
        ("maxmemory-policy", "noeviction"),
    ];

    private readonly StoreConnection _store;
    private readonly Cell _cell;
    private readonly ILogger<StoreCheck> _log;
    private int _connection = 1;
    private int _checked;
    private int _warned;

    public StoreCheck(StoreConnection store, Cell cell, ILogger<StoreCheck> log)
    {
        (_store, _cell, _log) = (store, cell, log);
        store.Changed += () => Interlocked.Increment(ref _connection);
    }

    /// <summary>Whether the store that is connected now was checked and is safe.</summary>
    public bool IsSafe => Volatile.Read(ref _checked) == Volatile.Read(ref _connection);

    /// <summary>Completes when the connected store is safe: at once when it was checked before.</summary>
    /// <exception cref="UnsafeStoreException">It may lose what it acknowledges.</exception>
    /// <exception cref="RedisException">It did not answer; nothing is known.</exception>
    public ValueTask RequireAsync() => IsSafe ? ValueTask.CompletedTask : new(CheckAsync());

    private async Task CheckAsync()
    {
        var connection = Volatile.Read(ref _connection);
        await _store.Database.PingAsync();
        var servers = _store.Multiplexer.GetServers().Where(server => server.IsConnected).ToArray();
        var primaries = 0;
        foreach (var server in servers)
        {
            primaries += await IsPrimary(server) ? 1 : 0;
        }

        if (primaries == 0)
        {
            throw servers.Length == 0 ? new TimeoutException("The store went away while it was checked.") : new UnsafeStoreException(
                $"The store at {servers[0].EndPoint} is a replica: role is 'slave' and must be 'master'. Store:Connection must lead to the cell's primary.");
        }

        if (await _store.Database.KeyExistsAsync(_cell.Key(Archive.CellImport.Mark)))
        {
            throw new UnsafeStoreException($"An import into {_cell.Campaign} was not finished: run it again before anything serves (docs/archive.md).");
        }

        Volatile.Write(ref _checked, connection); // a connection that changed meanwhile is checked again
    }

    private async Task<bool> IsPrimary(IServer server)
    {
        var role = await Shown(server, "INFO replication", async () => Line(await server.ExecuteAsync("INFO", "replication"), "role"));
        if (role is "slave")
        {
            return false;
        }

        var wrong = new List<string>();
        foreach (var (setting, needed) in Settings)
        {
            var value = await Shown(server, "CONFIG GET " + setting, async () => Pair(await server.ExecuteAsync("CONFIG", "GET", setting)));
            if (value is not null && value != needed)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{setting} is '{value}' and must be '{needed}'"));
            }
        }

        return wrong.Count == 0 ? true : throw new UnsafeStoreException(
            $"The store at {server.EndPoint} may lose what it acknowledges: {string.Join("; ", wrong)}. Run it with infra/redis-cell.conf.");
    }

    // The answer; null where the server hides it and the configuration says to trust it all the same.
    private async Task<string?> Shown(IServer server, string command, Func<Task<string?>> ask)
    {
        string why;
        try
        {
            if (await ask() is { } value)
            {
                return value;
            }

            why = "it is not in the answer";
        }
        catch (RedisServerException e) when (e.Message.StartsWith("NOPERM", StringComparison.Ordinal)
            || e.Message.StartsWith("ERR unknown", StringComparison.OrdinalIgnoreCase))
        {
            why = e.Message;
        }

        if (!_store.Options.TrustUnverified)
        {
            throw new UnsafeStoreException($"The store at {server.EndPoint} does not show whether it is safe: {command} was refused ({why}). "
                + "Give the user +config|get and +info (infra/redis-cell-users.conf), or set Store:TrustUnverified=true if you know its configuration.");
        }

        if (Interlocked.Exchange(ref _warned, 1) == 0)
        {
            Trusted(server.EndPoint.ToString(), command, why);
        }

        return null;
    }

    // CONFIG GET answers a flat list or a map; both read as name, value.
    private static string? Pair(RedisResult answer) => !answer.IsNull && answer.Length >= 2 ? (string?)answer[1] : null;

    private static string? Line(RedisResult answer, string name) => ((string?)answer)?.Split('\n')
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..].Trim();

    [LoggerMessage(LogLevel.Warning, "The store at {Server} does not show whether it is safe ({Command}: {Why}); it is trusted because Store:TrustUnverified is true")]
    private partial void Trusted(string? server, string command, string why);
}

/// <summary>The store would lose or forget what it acknowledges. The message says which setting, its value, and what it must be.</summary>
public sealed class UnsafeStoreException(string message) : Exception(message);
