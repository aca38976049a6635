using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Engagement.Rig.Peers;

/// <summary>A program that the Rig started: found by its process id, stopped by it, and asked for its CPU time.</summary>
internal sealed class ServedBy : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly ConcurrentDictionary<int, ServedBy> Running = new();

    private readonly Process _process;
    private readonly string _stop;

    // A Rig that is told to stop takes along what it started.
    static ServedBy() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Array.ForEach([.. Running.Values], served => served.Signal());

    private ServedBy(Process process, string stop) => (_process, _stop) = (process, stop);

    /// <summary>From the start to the line that said it is ready.</summary>
    public double StartSeconds { get; private set; }

    public int Pid => _process.Id;

    /// <summary>Starts a program and waits for a line that has <paramref name="ready"/> in it.</summary>
    /// <param name="program">On the PATH or with its folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="ready">What it says when it can be used.</param>
    /// <param name="environment">Added to the Rig's own.</param>
    /// <param name="onErrors">It says so on its error stream.</param>
    /// <param name="stop">Signal that ends it in good order.</param>
    public static async Task<ServedBy> Start(
        string program, IEnumerable<string> arguments, string ready, Dictionary<string, string>? environment = null, bool onErrors = false, string stop = "TERM")
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = !onErrors, RedirectStandardError = onErrors };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var served = new ServedBy(Process.Start(start)!, stop);
        Running[served.Pid] = served;
        var output = onErrors ? served._process.StandardError : served._process.StandardOutput;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await output.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.Contains(ready, StringComparison.Ordinal))
                {
                    _ = output.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                    served.StartSeconds = clock.Elapsed.TotalSeconds;
                    return served;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }

        await served.DisposeAsync();
        throw new RigException($"{program} {string.Join(' ', arguments)} was not ready within {Patience.TotalSeconds} s.");
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new RigException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}{await output}");
        }
    }

    /// <summary>Ends it as a power cut of the program alone: SIGKILL, nothing is flushed or closed.</summary>
    public async Task Kill()
    {
        Running.TryRemove(Pid, out _);
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>CPU seconds that a process and its children have used, user and system, the children that ended included.</summary>
    public static double Cpu(int pid)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var other) && Stat(other) is { } stat && (other == pid || stat.Parent == pid))
            {
                ticks += stat.Own + (other == pid ? stat.EndedChildren : 0);
            }
        }

        return ticks / 100.0;
    }

    /// <summary>Resident memory, MiB.</summary>
    public static long ResidentMib(int pid) => File.ReadLines($"/proc/{pid}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static (int Parent, long Own, long EndedChildren)? Stat(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            long Field(int number) => long.Parse(fields[number], CultureInfo.InvariantCulture);
            return ((int)Field(1), Field(11) + Field(12), Field(13) + Field(14));
        }
        catch (IOException)
        {
            return null; // it ended meanwhile
        }
    }

    public async ValueTask DisposeAsync()
    {
        Running.TryRemove(Pid, out _);
        if (!_process.HasExited)
        {
            Signal();
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

    private void Signal()
    {
        using var kill = Process.Start("kill", ["-" + _stop, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
