using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Web;
using Engagement.WeChat.Emulator;
using Microsoft.AspNetCore.Builder;

namespace Engagement.Tests.WeChat;

/// <summary>The emulator on a free loopback port, with a clock that stands still until it is moved.</summary>
internal sealed class EmulatorUnderTest : IAsyncDisposable
{
    public const string AppId = "wx5080000000000001";
    public const string MiniProgramAppId = "wx5080000000000002";
    public const string Return = "https://rose.example/signin/return?to=%2Froses";

    private readonly WebApplication app;
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, UseProxy = false };

    private EmulatorUnderTest(bool testClock, string[] redirectHosts, Func<EmulatorOptions, EmulatorOptions>? with = null)
    {
        Options = new()
        {
            Urls = "http://127.0.0.1:0",
            UtcNow = () => Now,
            AdvanceClock = testClock ? step => Now += step : null,
            AllowedRedirectHosts = redirectHosts,
        };
        Options = with is null ? Options : with(Options);
        app = EmulatorHost.Create(Options);
        Http = new(handler);
    }

    public DateTimeOffset Now { get; set; } = new(2026, 3, 5, 4, 0, 0, TimeSpan.Zero);

    public EmulatorOptions Options { get; }

    public HttpClient Http { get; }

    public static Task<EmulatorUnderTest> Start(bool testClock = false, params string[] redirectHosts) => Start(new EmulatorUnderTest(testClock, redirectHosts));

    public static Task<EmulatorUnderTest> Start(Func<EmulatorOptions, EmulatorOptions> with) => Start(new EmulatorUnderTest(testClock: false, [], with));

    private static async Task<EmulatorUnderTest> Start(EmulatorUnderTest emulator)
    {
        await emulator.app.StartAsync();
        emulator.Http.BaseAddress = new Uri(emulator.app.Urls.Single());
        return emulator;
    }

    public GatewayUnderTest Gateway() => new(Http.BaseAddress!, new()
    {
        ["WeChat:AppSecret"] = Options.AppSecret,
        ["WeChat:MiniProgramAppId"] = Options.MiniProgramAppId,
        ["WeChat:MiniProgramAppSecret"] = Options.MiniProgramAppSecret,
    });

    public static string Authorize(string redirect = Return, string scope = "snsapi_base", string state = "s1") =>
        $"/connect/oauth2/authorize?appid={AppId}&redirect_uri={Uri.EscapeDataString(redirect)}&response_type=code&scope={scope}&state={state}";

    /// <summary>What a browser gets by choosing a persona: the code in the address it is sent to.</summary>
    public async Task<string> Code(string persona, string scope = "snsapi_base")
    {
        using var answer = await Http.GetAsync($"{Authorize(scope: scope)}&persona={Uri.EscapeDataString(persona)}");
        return HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
    }

    public async Task<string> JsCode(string persona)
    {
        using var answer = await Http.PostAsJsonAsync("/emulator/jscode", new { persona });
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]!;
    }

    public async Task<JsonNode> Token(string code, string? appId = null, string? secret = null, string grant = "authorization_code") =>
        JsonNode.Parse(await Http.GetStringAsync(
            $"/sns/oauth2/access_token?appid={appId ?? AppId}&secret={secret ?? Options.AppSecret}&code={code}&grant_type={grant}"))!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        handler.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
