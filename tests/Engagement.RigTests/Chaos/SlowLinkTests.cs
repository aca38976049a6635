using System.Net;
using System.Net.Sockets;
using Engagement.Rig.Chaos;

namespace Engagement.RigTests.Chaos;

/// <summary>The Rig's own slow link: nothing is lost or out of order while it lasts, and what is under way is lost when it ends.</summary>
public sealed class SlowLinkTests
{
    [Fact]
    public async Task Link_ManyPiecesBothWays_ArriveWholeAndInOrder()
    {
        using var target = new TcpListener(IPAddress.Loopback, 0);
        target.Start();
        var delays = new Random(1);
        await using var link = new SlowLink("127.0.0.1", ((IPEndPoint)target.LocalEndpoint).Port, () => TimeSpan.FromMilliseconds(delays.Next(20)));
        using var near = new TcpClient();
        await near.ConnectAsync(IPAddress.Loopback, link.Port);
        using var far = await target.AcceptTcpClientAsync();
        var sent = new byte[300_000];
        new Random(2).NextBytes(sent);
        foreach (var (from, to) in new[] { (near, far), (far, near) })
        {
            var received = new byte[sent.Length];
            await Task.WhenAll(from.GetStream().WriteAsync(sent).AsTask(), to.GetStream().ReadExactlyAsync(received).AsTask());
            Assert.Equal(sent, received);
        }
    }

    [Fact]
    public async Task End_WithSomethingUnderWay_LosesItAndBreaksBothSides()
    {
        using var target = new TcpListener(IPAddress.Loopback, 0);
        target.Start();
        var link = new SlowLink("127.0.0.1", ((IPEndPoint)target.LocalEndpoint).Port, () => TimeSpan.FromHours(1));
        using var near = new TcpClient();
        await near.ConnectAsync(IPAddress.Loopback, link.Port);
        using var far = await target.AcceptTcpClientAsync();
        await near.GetStream().WriteAsync(new byte[10]);
        await link.DisposeAsync();
        Assert.Equal(0, await Read(far));
        Assert.Equal(0, await Read(near));
    }

    private static async Task<int> Read(TcpClient side)
    {
        try
        {
            return await side.GetStream().ReadAsync(new byte[1]);
        }
        catch (IOException)
        {
            return 0; // reset
        }
    }
}
