using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Rig.Chaos;

/// <summary>A redis-server under test, with the shipped configuration and users. Every fsync is remembered, so that a power cut can be emulated.</summary>
internal sealed class RedisNode(string conf, string address, int port, string folder, string? recorder, params string[] more) : IAsyncDisposable
{
    private const string Password = "chaos";

    private static readonly byte[] Multi = "*1\r\n$5\r\nMULTI\r\n"u8.ToArray();

    private readonly Served _server = new(Path.GetFileName(folder), folder + ".log");

    /// <summary>As the product connects.</summary>
    public string Connection { get; } = string.Create(CultureInfo.InvariantCulture, $"{address}:{port},user=engagement,password={Password}");

    /// <summary>As an operator does.</summary>
    public string Operators { get; } = string.Create(CultureInfo.InvariantCulture, $"{address}:{port},user=operator,password={Password},allowAdmin=true,abortConnect=false,connectRetry=10");

    public int Port => port;

    public string Folder => folder;

    private string Synced => folder + ".synced";

    private IEnumerable<FileInfo> Logs => new DirectoryInfo(folder).EnumerateFiles("*.aof", SearchOption.AllDirectories);

    private string Failing => Path.Combine(Synced, "fail");

    public async Task Start()
    {
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(Synced);
        File.Delete(Failing);
        Dictionary<string, string> environment = recorder is null ? [] : new() { ["LD_PRELOAD"] = recorder, ["SYNCED"] = Synced };
        var infra = Path.Combine(Programs.Root(), "infra");
        _server.Start("sh", [Path.Combine(infra, "redis-start.sh"), Path.Combine(infra, conf), folder, "--bind", address, "--port",
            port.ToString(CultureInfo.InvariantCulture), "--include", await Users(infra), "--masteruser", "operator", "--masterauth", Password, .. more], environment, folder);
        await Patience.Until($"redis-server on port {port} answers", TimeSpan.FromSeconds(60), () => _server.IsRunning ? Answers() : throw new RigException($"{conf}: see {folder}.log"));
    }

    public Task Kill() => _server.Kill();

    public bool IsRunning => _server.IsRunning;

    public Task Pause() => _server.Pause();

    public Task Resume() => _server.Resume();

    /// <summary>kill -9, then every log keeps only what an fsync had made durable. How many bytes were lost.</summary>
    public async Task<long> CutPower()
    {
        if (recorder is null)
        {
            throw new RigException("A power cut needs gcc.");
        }

        await Kill();
        var lost = 0L;
        foreach (var log in Logs)
        {
            var note = Path.Combine(Synced, log.Name);
            var durable = File.Exists(note) ? long.Parse(await File.ReadAllTextAsync(note), CultureInfo.InvariantCulture) : 0;
            if (durable < log.Length)
            {
                lost += log.Length - durable;
                using var file = log.OpenWrite();
                file.SetLength(durable);
            }
        }

        return lost;
    }

    /// <summary>From now on every fsync of its log fails, until it is started again.</summary>
    public Task FailSync() => File.WriteAllTextAsync(Failing, "");

    /// <summary>Goes on with what another one had on disk, as that one promoted; both are dead.</summary>
    public void TakeOver(RedisNode other)
    {
        var (own, its) = (Path.Combine(folder, "appendonlydir"), Path.Combine(other.Folder, "appendonlydir"));
        Directory.Delete(own, recursive: true);
        Directory.CreateDirectory(own);
        foreach (var log in Directory.EnumerateFiles(its))
        {
            File.Copy(log, Path.Combine(own, Path.GetFileName(log)));
        }
    }

    /// <summary>
    /// Half of a script's transaction at the end of the log, as a crash in the middle of writing it leaves. The server
    /// must be started and killed twice after it: Redis 7.0 would execute that half at the second start (docs/decisions/0006).
    /// </summary>
    public async Task<int> TearTail()
    {
        await Kill();
        var log = Logs.Where(file => file.Name.Contains(".incr.", StringComparison.Ordinal)).MaxBy(file => file.LastWriteTimeUtc)!;
        var bytes = await File.ReadAllBytesAsync(log.FullName);
        var at = bytes.AsSpan().LastIndexOf(Multi);
        if (at < 0)
        {
            return 0;
        }

        var torn = bytes.AsMemory(at, Math.Max(Multi.Length + 1, (bytes.Length - at) * 2 / 3));
        await using var file = new FileStream(log.FullName, FileMode.Append);
        await file.WriteAsync(torn);
        return torn.Length;
    }

    // The users of infra/, as a city has them: what the product may do, and what Redis may do when it reads its own log.
    private async Task<string> Users(string infra)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Password)));
        var users = await File.ReadAllTextAsync(Path.Combine(infra, conf.Replace(".conf", "-users.conf", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(folder + ".users", users.Replace("PASSWORD_SHA256", digest, StringComparison.Ordinal).Replace("OPERATOR_SHA256", digest, StringComparison.Ordinal)
            .Replace("SERVICE", "engagement", StringComparison.Ordinal).Replace("CAMPAIGN", "jiangmen", StringComparison.Ordinal));
        return folder + ".users";
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var socket = new TcpClient();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await socket.ConnectAsync(address, port, patience.Token);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"AUTH operator {Password}\r\nPING\r\n"), patience.Token);
            var answer = new byte[64];
            var read = await socket.GetStream().ReadAtLeastAsync(answer, "+OK\r\n+PONG\r\n".Length, throwOnEndOfStream: false, patience.Token);
            return Encoding.ASCII.GetString(answer, 0, read).StartsWith("+OK\r\n+PONG", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
