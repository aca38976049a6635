using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Engagement.Tests.Storage;
using Engagement.WeChat.Emulator;
using Microsoft.AspNetCore.Builder;

namespace Engagement.Tests.Cluster;

/// <summary>A city in processes: a store, control, WeChat's emulator, and as many copies of the site as a test starts.</summary>
internal sealed class ProcessCity : IAsyncDisposable
{
    private readonly List<WebProcess> _processes = [];
    private readonly WebApplication _wechat;
    private readonly string _openApi;

    private ProcessCity(RedisServer store, RedisServer control, WebApplication wechat, string openApi) =>
        (Store, Control, _wechat, _openApi) = (store, control, wechat, openApi);

    public RedisServer Store { get; }

    public RedisServer Control { get; }

    /// <summary>A seeded city; on a store with settings of its own the test seeds, if it may.</summary>
    public static async Task<ProcessCity> StartAsync(params string[] storeSettings)
    {
        var wechat = "http://127.0.0.1:" + RedisServer.FreePort();
        var emulator = EmulatorHost.Create(new() { Urls = wechat });
        await emulator.StartAsync();
        var city = new ProcessCity(await RedisServer.StartAsync(login: storeSettings is ["--include", ..] ? ",user=operator,password=o" : "", settings: storeSettings), await RedisServer.StartAsync(), emulator, wechat);
        if (storeSettings.Length == 0)
        {
            Assert.Equal(0, await city.Start([], "seed").Ends());
        }

        return city;
    }

    /// <summary>Starts a copy; <paramref name="more"/> wins over what a city needs.</summary>
    public WebProcess Start(Dictionary<string, string> more, params string[] arguments)
    {
        var wechat = new EmulatorOptions();
        var settings = new Dictionary<string, string>
        {
            ["Urls"] = "http://127.0.0.1:" + RedisServer.FreePort(),
            ["Store:Connection"] = Store.Connection,
            ["Control:Connection"] = Control.Connection,
            ["Keys:Master"] = Convert.ToBase64String(new byte[32]),
            ["Orleans:SiloPort"] = RedisServer.FreePort().ToString(CultureInfo.InvariantCulture),
            ["WeChat:AppId"] = wechat.AppId,
            ["WeChat:AppSecret"] = wechat.AppSecret,
            ["WeChat:MiniProgramAppId"] = wechat.MiniProgramAppId,
            ["WeChat:MiniProgramAppSecret"] = wechat.MiniProgramAppSecret,
            ["WeChat:ApiBase"] = _openApi,
            ["WeChat:OpenBase"] = _openApi,
            ["RateLimits:CommandBurst"] = "100000",
            ["Roses:PerDay"] = "100",
            ["Hosting:DrainSeconds"] = "1",
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        var process = WebProcess.Start(settings, arguments);
        _processes.Add(process);
        return process;
    }

    /// <summary>Copies, started together and ready.</summary>
    public async Task<WebProcess[]> StartAsync(int copies, Dictionary<string, string>? more = null)
    {
        var started = Enumerable.Range(0, copies).Select(_ => Start(more ?? [])).ToArray();
        foreach (var process in started)
        {
            await process.Becomes("/health/ready", HttpStatusCode.OK);
        }

        return started;
    }

    /// <summary>A persona's bearer token, from any copy.</summary>
    public async Task<string> Enter(WebProcess by, string persona)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var code = await by.Http.PostAsJsonAsync(_openApi + "/emulator/jscode", new { persona });
            using var session = await by.Http.PostAsJsonAsync("/api/v1/session", new { code = (await Json(code)).GetProperty("code").GetString() });
            if (session.IsSuccessStatusCode)
            {
                return (await Json(session)).GetProperty("token").GetString()!;
            }

            Assert.True(attempt < 20 && session.StatusCode == HttpStatusCode.ServiceUnavailable, $"Sign-in answered {session.StatusCode}.");
            await Task.Delay(100);
        }
    }

    /// <summary>One request with a token; never a thrown status.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> Ask(WebProcess by, string token, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await by.Http.SendAsync(request);
        return (answer.StatusCode, await Json(answer));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await _wechat.DisposeAsync();
        await Store.DisposeAsync();
        await Control.DisposeAsync();
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? await answer.Content.ReadFromJsonAsync<JsonElement>() : default;
}
