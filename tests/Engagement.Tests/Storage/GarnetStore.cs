using Garnet;

namespace Engagement.Tests.Storage;

/// <summary>An embedded Garnet with the switches without which the ledger is broken on it (orleans.md fact 6).</summary>
public sealed class GarnetStore : IDisposable
{
    private static string? _connection;

    private readonly GarnetServer _server;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-garnet-");

    public GarnetStore()
    {
        var port = RedisServer.FreePort();
        Connection = _connection = $"127.0.0.1:{port}";
        _server = new(
        [
            "--bind", "127.0.0.1", "--port", $"{port}", "--lua", "--lua-transaction-mode", "--aof", "--aof-commit-freq", "-1", "--recover",
            "--device-type", "RandomAccess", "--checkpointdir", _folder.FullName, "--memory", "256m", "--index", "16m",
        ]);
        _server.Start();
    }

    public string Connection { get; }

    /// <summary>Whether the connection leads to the tests' Garnet.</summary>
    public static bool Serves(string connection) => connection == _connection;

    public void Dispose()
    {
        _server.Dispose();
        _folder.Delete(recursive: true);
    }
}
