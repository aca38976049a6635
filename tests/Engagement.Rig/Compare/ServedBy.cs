using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Engagement.Rig.Compare;

/// <summary>A program that the Rig started: found by its process id, stopped by it, and asked for its CPU time.</summary>
internal sealed class ServedBy : IAsyncDisposable
{
    private readonly Process _process;

    private ServedBy(Process process, double seconds) => (_process, StartSeconds) = (process, seconds);

    /// <summary>From the start to the line that said it is ready.</summary>
    public double StartSeconds { get; }

    /// <summary>Starts a program and waits for a line that begins with <paramref name="ready"/>.</summary>
    public static async Task<ServedBy> Start(string program, IEnumerable<string> arguments, string ready, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(ready, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new(process, clock.Elapsed.TotalSeconds);
            }
        }

        throw new RigException($"{program} {string.Join(' ', arguments)} ended before it was ready.");
    }

    /// <summary>CPU seconds that a process has used, user and system.</summary>
    public static double Cpu(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0;
    }

    /// <summary>Resident memory, MiB.</summary>
    public static long ResidentMib(int pid) => File.ReadLines($"/proc/{pid}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    public int Pid => _process.Id;

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }
}
