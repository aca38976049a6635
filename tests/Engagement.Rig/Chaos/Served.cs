using System.Diagnostics;

namespace Engagement.Rig.Chaos;

/// <summary>A program under test: started, killed, stopped and started again, always by its process id. Its output goes to a file.</summary>
internal sealed class Served(string name, string log) : IAsyncDisposable
{
    private Process? _process;

    public string Name => name;

    public int Pid => _process?.Id ?? throw new RigException($"{name} is not running.");

    public bool IsRunning => _process is { HasExited: false };

    public void Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += Note;
        _process.ErrorDataReceived += Note;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>kill -9, and the end of the process.</summary>
    public async Task Kill()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>SIGTERM, and the end of the process; killed when it takes longer than a minute.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> Stop()
    {
        if (_process is not { HasExited: false } process)
        {
            return true;
        }

        await Tools.Signal(process.Id, "TERM");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            await Kill();
            return false;
        }
    }

    public Task Pause() => Tools.Signal(Pid, "STOP");

    public Task Resume() => Tools.Signal(Pid, "CONT");

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process?.Dispose();
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (this)
            {
                File.AppendAllText(log, $"{DateTime.UtcNow:HH:mm:ss.fff} {text}\n");
            }
        }
    }
}
