using System.Net;
using System.Net.Sockets;

namespace Engagement.Tests.Storage;

/// <summary>What the proxy does with bytes.</summary>
internal enum ProxyMode
{
    /// <summary>Passes everything on.</summary>
    Pass,

    /// <summary>Requests reach the store, its answers are kept back: applied, and nobody knows.</summary>
    KeepAnswers,

    /// <summary>Requests are kept back until they are delivered late or forgotten.</summary>
    KeepRequests,
}

/// <summary>Stands between the ledger and its store and loses, delays or hides what passes.</summary>
internal sealed class RedisProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<(TcpClient Client, TcpClient Server)> _links = [];
    private readonly List<(NetworkStream Server, byte[] Bytes)> _kept = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly int _port;
    private readonly Task _loop;
    private volatile ProxyMode _mode;
    private int _keptBytes;

    public RedisProxy(int port)
    {
        _port = port;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public string Connection => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public ProxyMode Mode
    {
        get => _mode;
        set => (_mode, _keptBytes) = (value, 0);
    }

    /// <summary>Bytes kept back since the mode was set.</summary>
    public int KeptBytes => Volatile.Read(ref _keptBytes);

    /// <summary>Runs before any request is passed on.</summary>
    public Func<Task> BeforeRequest { get; set; } = static () => Task.CompletedTask;

    /// <summary>Drops every connection of the ledger's side; the store's side stays until <see cref="DeliverLateAsync"/>. New ones pass.</summary>
    public void Cut()
    {
        lock (_links)
        {
            _mode = ProxyMode.Pass;
            foreach (var link in _links)
            {
                link.Client.Client.Close(0);
            }

            _links.Clear();
        }
    }

    /// <summary>Sends what was kept back, long after its sender was told that it failed.</summary>
    public async Task DeliverLateAsync()
    {
        (NetworkStream Server, byte[] Bytes)[] kept;
        lock (_kept)
        {
            kept = [.. _kept];
            _kept.Clear();
        }

        foreach (var (server, bytes) in kept)
        {
            await server.WriteAsync(bytes);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Cut();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var server = new TcpClient { NoDelay = true };
                await server.ConnectAsync(IPAddress.Loopback, _port);
                client.NoDelay = true;
                lock (_links)
                {
                    _links.Add((client, server));
                }

                _ = CopyAsync(client.GetStream(), server.GetStream(), ProxyMode.KeepRequests);
                _ = CopyAsync(server.GetStream(), client.GetStream(), ProxyMode.KeepAnswers);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, ProxyMode kept)
    {
        var buffer = new byte[65_536];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer)) > 0)
            {
                if (_mode != kept)
                {
                    if (kept == ProxyMode.KeepRequests)
                    {
                        await BeforeRequest();
                    }

                    await to.WriteAsync(buffer.AsMemory(0, read));
                    continue;
                }

                if (kept == ProxyMode.KeepRequests)
                {
                    lock (_kept)
                    {
                        _kept.Add((to, buffer.AsSpan(0, read).ToArray()));
                    }
                }

                Interlocked.Add(ref _keptBytes, read);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
        }
    }
}
