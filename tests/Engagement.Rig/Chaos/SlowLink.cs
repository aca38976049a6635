using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Engagement.Rig.Chaos;

/// <summary>A TCP link on which everything arrives late, in order. (netem is not in every kernel.) When it ends, what is under way is lost.</summary>
internal sealed class SlowLink : IAsyncDisposable
{
    private const int Chunk = 16_384;
    private readonly TcpListener _listener;
    private readonly IPEndPoint _target;
    private readonly Func<TimeSpan> _delay;
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _pumps = [];
    private readonly Task _accepting;

    /// <param name="address">Where it listens, on a free port, and where its target is.</param>
    /// <param name="target">The port that it leads to.</param>
    /// <param name="delay">Asked for every piece, each way.</param>
    public SlowLink(string address, int target, Func<TimeSpan> delay)
    {
        (_target, _delay) = (new(IPAddress.Parse(address), target), delay);
        _listener = new(IPAddress.Parse(address), 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        await Task.WhenAll(_pumps);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _pumps.Add(LinkAsync(await _listener.AcceptSocketAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            _listener.Stop();
        }
    }

    private async Task LinkAsync(Socket near)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        using var _ = near;
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(_target, both.Token);
            await Task.WhenAny(PumpAsync(near, far, both.Token), PumpAsync(far, near, both.Token));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // Refused, or over: whoever is left sees its connection break.
        }

        await both.CancelAsync();
    }

    private async Task PumpAsync(Socket from, Socket to, CancellationToken end)
    {
        var way = Channel.CreateBounded<(long Due, byte[] Bytes)>(1_024);
        var arriving = ArriveAsync(way.Reader, to, end);
        try
        {
            var buffer = new byte[Chunk];
            while (!arriving.IsCompleted && await from.ReceiveAsync(buffer, end) is var read and > 0)
            {
                await way.Writer.WriteAsync((Stopwatch.GetTimestamp() + (long)(_delay().TotalSeconds * Stopwatch.Frequency), buffer[..read]), end);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // It broke.
        }

        way.Writer.Complete();
        await arriving;
    }

    private static async Task ArriveAsync(ChannelReader<(long Due, byte[] Bytes)> way, Socket to, CancellationToken end)
    {
        try
        {
            await foreach (var (due, bytes) in way.ReadAllAsync(end))
            {
                var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, end);
                }

                await to.SendAsync(bytes, end);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // It broke.
        }
    }
}
