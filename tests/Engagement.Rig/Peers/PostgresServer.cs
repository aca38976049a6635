using System.Globalization;

namespace Engagement.Rig.Peers;

/// <summary>
/// A PostgreSQL cluster of the Rig's own: made by initdb in a temporary folder, on loopback, run by an unprivileged user
/// (the server refuses root), durable as the product is: every commit waits for its fsync.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Programs = "/usr/lib/postgresql/15/bin";

    private readonly ServedBy _server;
    private readonly string _folder;

    private PostgresServer(ServedBy server, string folder, string connection) => (_server, _folder, Connection) = (server, folder, connection);

    public string Connection { get; }

    public int Pid => _server.Pid;

    /// <summary>The server's program, for its version.</summary>
    public static string Program => Path.Combine(Programs, "postgres");

    public static async Task<PostgresServer> Start(bool small)
    {
        if (!File.Exists(Program))
        {
            throw new RigException("PostgreSQL 15 is missing: apt-get install postgresql, or ./test.sh --rig, which installs it.");
        }

        var (folder, port) = (Directory.CreateTempSubdirectory("rig-postgres-").FullName, ServedBy.FreePort());
        if (Environment.IsPrivilegedProcess)
        {
            await ServedBy.Run("chown", "postgres:", folder);
        }

        var data = Path.Combine(folder, "data");
        await Unprivileged("initdb", (program, arguments) => Do(program, arguments), "-D", data, "-A", "trust", "-U", "rig", "-E", "UTF8", "--locale=C", "--no-sync");
        ServedBy server = null!;
        await Unprivileged("postgres", async (program, arguments) => server = await ServedBy.Start(
            program, arguments, "database system is ready to accept connections", onErrors: true, stop: "INT"),
            ["-D", data, .. Settings(port, folder, small).SelectMany(setting => new[] { "-c", setting })]);
        return new(server, folder, $"Host=127.0.0.1;Port={port};Username=rig;Database=postgres");
    }

    // Tuning, and why: docs/performance.md. Durability is the product's: nothing is answered before its fsync.
    private static string[] Settings(int port, string folder, bool small) =>
    [
        "port=" + port.ToString(CultureInfo.InvariantCulture), "listen_addresses=127.0.0.1", "unix_socket_directories=" + folder,
        "synchronous_commit=on", "fsync=on", "full_page_writes=on",
        "shared_buffers=" + (small ? "128MB" : "1GB"), "max_wal_size=8GB", "min_wal_size=1GB", "wal_buffers=16MB", "checkpoint_timeout=15min",
        "wal_level=minimal", "max_wal_senders=0", "wal_compression=lz4",
        "max_connections=128", "jit=off", "autovacuum_naptime=5s", "log_min_messages=log", "log_checkpoints=off", "timezone=UTC",
    ];

    private static Task Unprivileged(string program, Func<string, string[], Task> run, params string[] arguments) => Environment.IsPrivilegedProcess
        ? run("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", Path.Combine(Programs, program), .. arguments])
        : run(Path.Combine(Programs, program), arguments);

    private static Task Do(string program, string[] arguments) => ServedBy.Run(program, arguments);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
