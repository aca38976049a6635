using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Cluster;

/// <summary>One Engagement.Web as production starts it: a process of its own, settings on the command line.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private WebProcess(Process process, string address)
    {
        (_process, Http) = (process, new() { BaseAddress = new(address), Timeout = TimeSpan.FromSeconds(20) });
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    public string Output => string.Join('\n', _lines);

    public int Id => _process.Id;

    /// <summary>Starts the program that was built beside these tests.</summary>
    public static WebProcess Start(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Program());
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (arguments.Length == 0)
        {
            foreach (var (key, value) in settings)
            {
                start.ArgumentList.Add("--" + key);
                start.ArgumentList.Add(value);
            }
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value; // subcommands read no command line
        }

        return new(Process.Start(start)!, settings["Urls"]);
    }

    /// <summary>The status of a probe or page; null when nobody answers.</summary>
    public async Task<HttpStatusCode?> Status(string path)
    {
        try
        {
            using var answer = await Http.GetAsync(path);
            return answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    public Task Becomes(string path, HttpStatusCode? status) => Eventually.HoldsAsync(async () =>
    {
        Assert.True(status is null || !_process.HasExited, "The process ended:\n" + Output);
        return await Status(path) == status;
    }, $"{path} answers {status}\n{Output}");

    /// <summary>Sends TERM, STOP, CONT or KILL.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The exit code, once it ended by itself.</summary>
    public async Task<int> Ends()
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await _process.WaitForExitAsync(guard.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail("The process did not end:\n" + Output);
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The build of the same configuration as these tests: .../tests/Engagement.Tests/bin/<configuration>/<framework>/.
    private static string Program()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = here.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "src", "Engagement.Web", "bin", here.Parent!.Name, here.Name, "Engagement.Web.dll");
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            _lines.Enqueue(text);
        }
    }
}
