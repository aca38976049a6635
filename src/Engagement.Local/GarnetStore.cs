using System.Globalization;
using Garnet;

namespace Engagement.Local;

/// <summary>Garnet inside this process, for a look at the product on a machine without redis-server. It does not fsync (performance.md 3.4).</summary>
internal sealed class GarnetStore : ILocalStore
{
    private readonly GarnetServer _server;

    private GarnetStore(GarnetServer server, int port) => (_server, Port) = (server, port);

    /// <inheritdoc/>
    public int Port { get; }

    /// <inheritdoc/>
    public int Pid => Environment.ProcessId;

    /// <inheritdoc/>
    public string Promise => "embedded Garnet, for evaluation: a crash may tear the change that is being written; install redis-server for the real thing";

    /// <summary>Starts it with what <paramref name="folder"/> holds.</summary>
    public static GarnetStore Open(string folder, int port)
    {
        Directory.CreateDirectory(folder);
        var server = new GarnetServer([
            "--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--lua", "--lua-transaction-mode",
            "--aof", "--aof-commit-wait", "--recover", "--device-type", "RandomAccess",
            "--checkpointdir", folder,
        ]);
        server.Start();
        return new(server, port);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _server.Dispose(deleteDir: false);
        return ValueTask.CompletedTask;
    }
}
