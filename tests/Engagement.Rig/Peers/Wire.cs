using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Engagement.Rig.Peers;

/// <summary>
/// One keep-alive connection that posts JSON and reads the answer, as cheaply as it can be done: the generator shares
/// the machine with what it measures, and every microsecond of it hides a difference.
/// </summary>
internal sealed class Wire(Uri site) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _out = new byte[4_096];
    private readonly byte[] _in = new byte[16_384];
    private readonly string _host = site.Authority;

    public Task Connect() => _socket.ConnectAsync(IPAddress.Loopback, site.Port);

    /// <summary>The status and the body's text with its framing; valid until the next post.</summary>
    public async Task<(int Status, string Body)> Post(string path, string token, string json)
    {
        var head = $"POST {path} HTTP/1.1\r\nHost: {_host}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}";
        await _socket.SendAsync(_out.AsMemory(0, Encoding.ASCII.GetBytes(head, _out)));
        var have = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_in.AsMemory(have));
            have += read;
            if (read == 0)
            {
                throw new RigException("The server closed the connection.");
            }

            if (Body(_in.AsSpan(0, have)) is { } body)
            {
                return (int.Parse(_in.AsSpan(9, 3), CultureInfo.InvariantCulture), body);
            }
        }
    }

    // Null until the whole answer is there.
    private static string? Body(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        var head = answer[..end];
        var body = answer[(end + 4)..];
        var at = head.IndexOf("Content-Length: "u8);
        at = at < 0 ? head.IndexOf("content-length: "u8) : at; // as Node writes it
        var whole = at < 0
            ? body.EndsWith("0\r\n\r\n"u8)
            : body.Length == int.Parse(Number(head[(at + 16)..]), CultureInfo.InvariantCulture);
        return whole ? Encoding.UTF8.GetString(body) : null;
    }

    private static ReadOnlySpan<byte> Number(ReadOnlySpan<byte> text) => text.IndexOf((byte)'\r') is >= 0 and var end ? text[..end] : text;

    public void Dispose() => _socket.Dispose();
}
