using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Engagement.Local;

/// <summary>A redis-server of this folder, with the shipped configuration. It outlives a killed city and is used again, not fought.</summary>
internal sealed class RedisStore : ILocalStore
{
    private RedisStore(int port, int pid) => (Port, Pid) = (port, pid);

    /// <inheritdoc/>
    public int Port { get; }

    /// <inheritdoc/>
    public int Pid { get; }

    /// <inheritdoc/>
    public string Promise => "redis-server, appendfsync always: what was acknowledged is on disk";

    /// <summary>Whether redis-server is on the PATH.</summary>
    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "redis-server")));

    /// <summary>Attaches to the living server of <paramref name="folder"/> on <paramref name="port"/>, or starts one.</summary>
    public static async Task<RedisStore> Open(string folder, int port)
    {
        Directory.CreateDirectory(folder);
        if (port != 0 && await PidOf(folder, port) is { } living)
        {
            return new(port, living);
        }

        var free = LocalStore.FreePort(port);
        using var start = Process.Start(new ProcessStartInfo("sh")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "redis-start.sh"), Path.Combine(AppContext.BaseDirectory, "redis-cell.conf"), folder,
                "--port", free.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--daemonize", "yes", "--logfile", Path.Combine(folder, "redis.log"),
            },
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("redis-server could not be started.");
        await start.WaitForExitAsync();
        if (start.ExitCode != 0)
        {
            throw new InvalidOperationException($"redis-server could not be started; see {folder}/redis.log.");
        }

        // Three million roses take a minute to load: it is waited for as long as it listens.
        var (clock, seen, told) = (Stopwatch.StartNew(), TimeSpan.Zero, false);
        while (clock.Elapsed - seen < Patience)
        {
            if (await PidOf(folder, free) is { } pid)
            {
                return new(free, pid);
            }

            seen = await Listens(free) ? clock.Elapsed : seen;
            if (!told && clock.Elapsed > TimeSpan.FromSeconds(3))
            {
                Console.WriteLine("Store: reading what is stored ...");
                told = true;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"redis-server did not come up, or ended; see {folder}/redis.log.");
    }

    private static async Task<bool> Listens(int port)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // How long nobody may listen before it counts as ended.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Stops the server after everything is on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var connection = await Connect(Port);
            connection.GetServer("127.0.0.1", Port).Shutdown(ShutdownMode.Never);
        }
        catch (RedisException)
        {
            // It closes the connection while it goes.
        }
    }

    // The process of a server that serves this folder and has loaded its data; null for none or another one.
    private static async Task<int?> PidOf(string folder, int port)
    {
        try
        {
            await using var connection = await Connect(port);
            var server = connection.GetServer("127.0.0.1", port);
            var dir = (await server.ConfigGetAsync("dir")).Single().Value;
            var info = await server.InfoAsync();
            string Read(string key) => info.SelectMany(group => group).First(pair => pair.Key == key).Value;
            return Path.GetFullPath(dir) == Path.GetFullPath(folder) && Read("loading") == "0"
                ? int.Parse(Read("process_id"), CultureInfo.InvariantCulture)
                : null;
        }
        catch (RedisException)
        {
            return null;
        }
    }

    private static Task<ConnectionMultiplexer> Connect(int port) => ConnectionMultiplexer.ConnectAsync(
        new ConfigurationOptions { EndPoints = { { "127.0.0.1", port } }, AllowAdmin = true, ConnectTimeout = 500, ConnectRetry = 0 });
}
