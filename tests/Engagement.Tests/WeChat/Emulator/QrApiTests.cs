using System.Net;
using System.Text.Json.Nodes;

namespace Engagement.Tests.WeChat.Emulator;

public sealed class QrApiTests
{
    [Fact]
    public async Task Create_Scanned_FollowsWithItsSceneUntilItExpires()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var code = await emulator.Call("cgi-bin/qrcode/create", Text("rose:abc", seconds: 60));
        using var picture = await emulator.Http.GetAsync($"/cgi-bin/showqrcode?ticket={Uri.EscapeDataString((string)code["ticket"]!)}");
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);

        await emulator.Control("actions", new { persona = "小满", @do = "scan", code = (string)code["url"]! });

        var info = await emulator.Get($"/cgi-bin/user/info?access_token={await emulator.AccessToken()}&openid={ApiCalls.OpenId("小满")}");
        Assert.Equal((1, "ADD_SCENE_QR_CODE", "rose:abc"), ((int)info["subscribe"]!, (string?)info["subscribe_scene"], (string?)info["qr_scene_str"]));
        Assert.Null(info["nickname"]);
        emulator.Now += TimeSpan.FromSeconds(60);
        using var late = await emulator.Http.GetAsync($"/cgi-bin/showqrcode?ticket={Uri.EscapeDataString((string)code["ticket"]!)}");
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Theory]
    [InlineData("""{"action_name":"QR_DANCE","action_info":{"scene":{"scene_id":1}}}""", 40052)]
    [InlineData("""{"action_name":"QR_SCENE","action_info":{"scene":{"scene_id":0}}}""", 40053)]
    [InlineData("""{"action_name":"QR_LIMIT_SCENE","action_info":{"scene":{"scene_id":100001}}}""", 40053)]
    [InlineData("""{"action_name":"QR_STR_SCENE","action_info":{"scene":{"scene_str":""}}}""", 40053)]
    [InlineData("""{"action_name":"QR_STR_SCENE","expire_seconds":2592001,"action_info":{"scene":{"scene_str":"a"}}}""", 40053)]
    [InlineData("""{"action_name":"QR_SCENE","action_info":{"scene":{"scene_id":123}}}""", 0)]
    public async Task Create_Scene_IsHeldToItsRules(string body, int errcode)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        Assert.Equal(errcode, (await emulator.Call("cgi-bin/qrcode/create", (JsonObject)JsonNode.Parse(body)!)).Errcode());
    }

    [Fact]
    public async Task Create_PermanentTwice_IsOneCodeWithoutEnd()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var body = Text("desk", seconds: null);
        var (first, again) = (await emulator.Call("cgi-bin/qrcode/create", body), await emulator.Call("cgi-bin/qrcode/create", body));
        Assert.Equal((string?)first["ticket"], (string?)again["ticket"]);
        Assert.Null(first["expire_seconds"]);
    }

    [Theory]
    [InlineData("""{"scene":"r=abc","page":"pages/rose"}""", null)]
    [InlineData("""{"scene":""}""", 40129)]
    [InlineData("""{"scene":"中文"}""", 40129)]
    [InlineData("""{"scene":"a","page":"/pages/rose"}""", 41030)]
    [InlineData("""{"scene":"a","page":"pages/rose?x=1"}""", 41030)]
    [InlineData("""{"scene":"a","width":100}""", 40097)]
    public async Task MiniCode_IsAPictureOrJson(string body, int? errcode)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var answer = await emulator.Http.PostAsync($"/wxa/getwxacodeunlimit?access_token={await emulator.AccessToken(ApiCalls.MiniProgram)}", new StringContent(body));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(errcode, answer.Content.Headers.NonValidated["Content-Type"].ToString() == "image/png" ? null : JsonNode.Parse(bytes)!.Errcode());
    }

    private static JsonObject Text(string scene, int? seconds) => new()
    {
        ["action_name"] = seconds is null ? "QR_LIMIT_STR_SCENE" : "QR_STR_SCENE", ["expire_seconds"] = seconds ?? 30,
        ["action_info"] = new JsonObject { ["scene"] = new JsonObject { ["scene_str"] = scene } },
    };
}
