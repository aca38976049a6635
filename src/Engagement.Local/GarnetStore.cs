using System.Globalization;
using Garnet;

namespace Engagement.Local;

/// <summary>
/// Garnet inside this process, for a look at the product on a machine without redis-server. It commits its log only when
/// the ledger says so, after each script: by itself it would commit in the middle of one, and a kill would tear it
/// (docs/decisions/0005-garnet.md). It does not fsync (performance.md 3.4): a power cut may lose what was acknowledged.
/// </summary>
internal sealed class GarnetStore : ILocalStore
{
    private readonly GarnetServer _server;

    private GarnetStore(GarnetServer server, int port) => (_server, Port) = (server, port);

    /// <inheritdoc/>
    public int Port { get; }

    /// <inheritdoc/>
    public int Pid => Environment.ProcessId;

    /// <inheritdoc/>
    public string Promise => "embedded Garnet, for evaluation: it survives kill -9, not a power cut; install redis-server for the real thing";

    /// <summary>The command that makes everything written so far durable.</summary>
    public const string FlushCommand = "COMMITAOF";

    /// <summary>Starts it with what <paramref name="folder"/> holds.</summary>
    public static GarnetStore Open(string folder, int port)
    {
        Directory.CreateDirectory(folder);
        var server = new GarnetServer([
            "--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--lua", "--lua-transaction-mode",
            "--aof", "--aof-commit-freq", "-1", "--recover", "--device-type", "RandomAccess",
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
