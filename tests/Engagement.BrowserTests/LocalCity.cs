using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Engagement.BrowserTests;

/// <summary>A real city in a process of its own, started as a newcomer starts it, in a folder of its own.</summary>
public sealed class LocalCity : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("city-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private Process? _process;

    /// <summary>Address of the site.</summary>
    public string Site { get; } = "http://127.0.0.1:" + FreePort();

    /// <summary>Address of WeChat's emulator.</summary>
    public string WeChat { get; } = "http://127.0.0.1:" + FreePort();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Engagement.Local.dll"),
                "--urls", Site, "--wechat-urls", WeChat, "--data", _data, "--clock", "test",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string? line;
        do
        {
            line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        }
        while (line is not null && !line.StartsWith("Ready:", StringComparison.Ordinal));
        Assert.True(line is not null, "The city ended before it was ready: " + (line is null ? await _process.StandardError.ReadToEndAsync(CancellationToken.None) : ""));
        _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it again on what is stored.</summary>
    public Task StartAgainAsync() => InitializeAsync();

    /// <summary>A session of the API for a persona.</summary>
    public async Task<(string Token, string Id)> SignIn(string persona)
    {
        using var code = await _http.PostAsJsonAsync(WeChat + "/emulator/jscode", new { persona });
        using var session = await _http.PostAsJsonAsync(Site + "/api/v1/session",
            new { code = (await code.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() });
        session.EnsureSuccessStatusCode();
        var answer = await session.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.GetProperty("token").GetString()!, answer.GetProperty("participantId").GetString()!);
    }

    /// <summary>A rose that one persona gives and another takes.</summary>
    public async Task Pass(string giver, string taker)
    {
        var (rose, link) = await Give(giver);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Site}/api/v1/roses/{rose}/claim")
        {
            Content = JsonContent.Create(new { commandId = Guid.CreateVersion7(), secret = link.Split("?k=")[1] }),
            Headers = { Authorization = new("Bearer", (await SignIn(taker)).Token) },
        };
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A rose on its way, from a persona who is met for the first time or again: its id and its claim link.</summary>
    public async Task<(string Rose, string Link)> Give(string persona)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Site + "/api/v1/roses")
        {
            Content = JsonContent.Create(new { commandId = Guid.CreateVersion7(), reason = "give-way", preset = "give-way-waited" }),
            Headers = { Authorization = new("Bearer", (await SignIn(persona)).Token) },
        };
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var sent = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (sent.GetProperty("roseId").GetString()!, sent.GetProperty("link").GetString()!);
    }

    /// <summary>Whether WeChat, as the emulator stands for it, finds a page's signature right.</summary>
    /// <param name="query">appId, timestamp, nonceStr, url and signature.</param>
    public async Task<bool> Verifies(string query) =>
        (await _http.GetFromJsonAsync<JsonElement>($"{WeChat}/emulator/jssdk/verify?{query}")).GetProperty("err_msg").GetString() == "preVerifyJSAPI:ok";

    /// <summary>Moves the city's clock forward, like <c>00:01:00</c>.</summary>
    public async Task Advance(string step)
    {
        using var answer = await _http.PostAsJsonAsync(WeChat + "/emulator/clock", new { advance = step });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Reads JSON of the API.</summary>
    public async Task<JsonElement> Get(string path) => await _http.GetFromJsonAsync<JsonElement>(Site + path);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_process is { HasExited: false } running)
        {
            using var stop = Process.Start("kill", ["-TERM", running.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await running.WaitForExitAsync();
        }

        _process?.Dispose();
        _http.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
