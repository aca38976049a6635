using System.Net;
using System.Net.Sockets;

namespace Engagement.Local;

/// <summary>The store of a local city.</summary>
internal interface ILocalStore : IAsyncDisposable
{
    /// <summary>Port on the loopback.</summary>
    int Port { get; }

    /// <summary>Process that serves it.</summary>
    int Pid { get; }

    /// <summary>What it is and what it promises, in a line.</summary>
    string Promise { get; }
}

/// <summary>Chooses and opens the store.</summary>
internal static class LocalStore
{
    /// <summary>Attaches to the living store of the folder, or starts one.</summary>
    public static async Task<ILocalStore> Open(DataFolder folder, string? wanted)
    {
        var note = folder.Read();
        var kind = note.Store ?? wanted ?? (RedisStore.IsInstalled ? "redis" : "garnet");
        if (wanted is not null && wanted != kind)
        {
            throw new ArgumentException($"The city in {folder.Root} keeps its data in {kind}; leave out --store or choose another --data.");
        }

        if (kind == "redis" && !RedisStore.IsInstalled)
        {
            throw new ArgumentException("redis-server is not on the PATH. Install it (Debian: apt-get install redis-server), or use --store garnet for an evaluation.");
        }

        return kind == "redis"
            ? await RedisStore.Open(Path.Combine(folder.Root, "redis"), note.StorePort)
            : GarnetStore.Open(Path.Combine(folder.Root, "garnet"), FreePort(note.StorePort));
    }

    /// <summary>Two free ports, never the same.</summary>
    public static (int First, int Second) TwoFreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, FreePort(0));
    }

    /// <summary>The port that was used before if it is free, else another free one.</summary>
    public static int FreePort(int before)
    {
        foreach (var port in new[] { before, 0 })
        {
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return ((IPEndPoint)probe.LocalEndpoint).Port;
            }
            catch (SocketException) when (port != 0)
            {
            }
        }

        throw new InvalidOperationException("There is no free port on the loopback.");
    }
}
