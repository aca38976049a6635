using System.Diagnostics;
using System.Net.Sockets;

namespace Engagement.Rig.Peers;

/// <summary>
/// One caller: a connection, and the patience of any good client. What is not answered, or answered 429 or 503, is sent
/// again with the same command, on a new connection if need be.
/// </summary>
internal sealed class Caller(Uri site) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private Wire? _wire;

    /// <summary>Commands whose first outcome was unknown.</summary>
    public int Unknown { get; private set; }

    /// <summary>Posts until it is answered.</summary>
    /// <exception cref="RigException">Nobody answered for two minutes.</exception>
    public async Task<(int Status, string Body)> Post(string path, string token, string json)
    {
        var start = Stopwatch.GetTimestamp();
        for (var tries = 0; ; tries++)
        {
            try
            {
                if (_wire is null)
                {
                    var fresh = new Wire(site);
                    await fresh.Connect();
                    _wire = fresh;
                }

                var answer = await _wire.Post(path, token, json);
                if (answer.Status is not (429 or 503))
                {
                    return answer;
                }
            }
            catch (Exception e) when (e is SocketException or RigException)
            {
                _wire?.Dispose();
                _wire = null;
            }

            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new RigException($"{site} has not answered for {Patience.TotalMinutes} minutes.");
            }

            Unknown += tries == 0 ? 1 : 0;
            await Task.Delay(Math.Min(500, 10 << Math.Min(tries, 6)));
        }
    }

    public void Dispose() => _wire?.Dispose();
}
