using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Personas;

namespace Engagement.Tests.WeChat.Emulator;

/// <summary>Calls of WeChat's servers and of the control API, as bare HTTP.</summary>
internal static class ApiCalls
{
    public const string ServiceAccount = EmulatorUnderTest.AppId;
    public const string MiniProgram = EmulatorUnderTest.MiniProgramAppId;
    public const string Notice = "emulator-template-notice";
    public const string OneTime = "emulator-onetime-digest";
    public const string LongTerm = "emulator-longterm-digest";
    public const string Mini = "emulator-mini-digest";

    public static string OpenId(string persona, string appId = ServiceAccount) => new Persona(persona).OpenId(appId);

    /// <summary>The stable token, or what else <c>stable_token</c> answers.</summary>
    public static Task<JsonNode> Stable(this EmulatorUnderTest emulator, string appId = ServiceAccount, bool force = false) => emulator.Post("/cgi-bin/stable_token", new JsonObject
    {
        ["grant_type"] = "client_credential", ["appid"] = appId, ["force_refresh"] = force,
        ["secret"] = appId == ServiceAccount ? emulator.Options.AppSecret : emulator.Options.MiniProgramAppSecret,
    });

    public static async Task<string> AccessToken(this EmulatorUnderTest emulator, string appId = ServiceAccount) => (string)(await emulator.Stable(appId))["access_token"]!;

    /// <summary>A call with a good token of the account.</summary>
    public static async Task<JsonNode> Call(this EmulatorUnderTest emulator, string api, JsonObject body, string appId = ServiceAccount) =>
        await emulator.Post($"/{api}?access_token={await emulator.AccessToken(appId)}", body);

    public static Task<JsonNode> Post(this EmulatorUnderTest emulator, string path, JsonObject body) => emulator.Post(path, body.ToJsonString());

    /// <summary>As a client does that gives no thought to content types.</summary>
    public static async Task<JsonNode> Post(this EmulatorUnderTest emulator, string path, string body)
    {
        using var answer = await emulator.Http.PostAsync(path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)));
        return JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync())!;
    }

    public static async Task<JsonNode> Get(this EmulatorUnderTest emulator, string path) => JsonNode.Parse(await emulator.Http.GetStringAsync(path))!;

    /// <summary>A request to the control API, which must not be refused.</summary>
    public static async Task<JsonNode> Control(this EmulatorUnderTest emulator, string path, object body)
    {
        using var answer = await emulator.Http.PostAsJsonAsync($"/emulator/{path}", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public static Task<JsonNode> Follow(this EmulatorUnderTest emulator, string persona) => emulator.Control("actions", new { persona, @do = "follow" });

    public static Task<JsonNode> Accept(this EmulatorUnderTest emulator, string persona, string template) =>
        emulator.Control("actions", new { persona, @do = "prompt", templates = new Dictionary<string, string> { [template] = "accept" } });

    public static async Task<JsonArray> Chat(this EmulatorUnderTest emulator, string persona) => (await emulator.Get($"/emulator/chats/{Uri.EscapeDataString(persona)}")).AsArray();

    /// <summary>A message that fits its template.</summary>
    public static JsonObject Message(string template, string persona = "小满", string appId = ServiceAccount, string thing = "昨晚收到了新的玫瑰") => new()
    {
        ["touser"] = OpenId(persona, appId),
        ["template_id"] = template,
        ["data"] = template == Notice
            ? new JsonObject { ["thing1"] = Value(thing), ["thing2"] = Value("已送达"), ["time3"] = Value("08:00") }
            : new JsonObject { ["thing1"] = Value(thing), ["number2"] = Value("40"), ["time3"] = Value("2026年3月5日 08:00") },
    };

    public static int Errcode(this JsonNode answer) => (int?)answer["errcode"] ?? 0;

    private static JsonObject Value(string value) => new() { ["value"] = value };
}
