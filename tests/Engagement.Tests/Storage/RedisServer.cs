using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Engagement.Tests.Storage;

/// <summary>A redis-server of this test run: a free port, a folder of its own, every commit on disk before its answer.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Missing = "redis-server is not on the PATH; install it (apt-get install redis-server) to run the ledger's tests.";

    private Process _process;
    private readonly DirectoryInfo _folder;
    private readonly string _login;
    private readonly string[] _settings;

    private RedisServer(Process process, DirectoryInfo folder, int port, string login, string[] settings) =>
        (_process, _folder, Port, _login, _settings) = (process, folder, port, login, settings);

    /// <summary>Why tests are skipped; null when they run. In CI nothing is skipped: the fixture fails instead.</summary>
    public static string? MissingReason => Executable is null && Environment.GetEnvironmentVariable("CI") != "true" ? Missing : null;

    public int Port { get; }

    public string Connection => $"127.0.0.1:{Port}{_login}";

    private static string? Executable => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists);

    /// <summary>Starts one; <paramref name="settings"/> come after the safe ones and win.</summary>
    /// <param name="port">A certain port; 0 for a free one.</param>
    /// <param name="login">What a connection string needs besides host and port.</param>
    public static async Task<RedisServer> StartAsync(int port = 0, string login = "", params string[] settings)
    {
        var executable = Executable ?? throw new InvalidOperationException(Missing);
        var folder = Directory.CreateTempSubdirectory("engagement-redis-");
        port = port == 0 ? FreePort() : port;
        var process = Start(executable, folder, port, settings);
        var server = new RedisServer(process, folder, port, login, settings);
        await server.AnswersAsync();
        return server;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Lets no write through for a while; what arrives waits.</summary>
    public async Task PauseWritesAsync(int milliseconds)
    {
        await using var admin = await ConnectionMultiplexer.ConnectAsync(Connection + ",allowAdmin=true");
        await admin.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", milliseconds, "WRITE");
    }

    /// <summary>kill -9: connections break, new ones are refused; its data stays until it is disposed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts again after <see cref="KillAsync"/>, on the same port with the same data.</summary>
    public async Task StartAgainAsync()
    {
        _process.Dispose();
        _process = Start(Executable!, _folder, Port, _settings);
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Process Start(string executable, DirectoryInfo folder, int port, string[] settings)
    {
        var process = Process.Start(new ProcessStartInfo(executable,
        [
            "--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder.FullName, "--save", "", "--appendonly", "yes",
            "--appendfsync", "always", "--no-appendfsync-on-rewrite", "no", "--aof-load-truncated", "no", "--maxmemory-policy", "noeviction", .. settings,
        ]) { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        return process;
    }

    private async Task AnswersAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Connection + ",abortConnect=false,connectRetry=20,connectTimeout=500");
        await Eventually.HoldsAsync(() => Task.FromResult(connection.IsConnected), "redis-server answers");
    }
}
