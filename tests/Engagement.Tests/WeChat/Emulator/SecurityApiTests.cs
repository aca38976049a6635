using System.Text.Json.Nodes;

namespace Engagement.Tests.WeChat.Emulator;

public sealed class SecurityApiTests
{
    [Theory]
    [InlineData("谢谢你送来的药", "pass", 100)]
    [InlineData("加微信发红包", "review", 10001)]
    [InlineData("来赌博吧", "risky", 20006)]
    public async Task Text_OfSomebodyActive_IsJudged(string content, string suggest, int label)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await Enter(emulator);
        var answer = await Check(emulator, content);
        Assert.Equal((suggest, label), ((string)answer["result"]!["suggest"]!, (int)answer["result"]!["label"]!));
        Assert.Equal("content_model", (string?)answer["detail"]![0]!["strategy"]);
    }

    [Fact]
    public async Task Text_TwoHoursAfterTheVisit_CanNotBeChecked()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        Assert.Equal(61010, (await Check(emulator, "你好")).Errcode());
        await Enter(emulator);
        emulator.Now += TimeSpan.FromHours(2);
        Assert.Equal(0, (await Check(emulator, "你好")).Errcode());
        emulator.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(61010, (await Check(emulator, "你好")).Errcode());
    }

    [Fact]
    public async Task Text_OfAServiceAccountsOpenIdOrTooLong_IsRefused()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await Enter(emulator);
        var body = Body("你好");
        body["openid"] = ApiCalls.OpenId("小满");
        Assert.Equal(40003, (await emulator.Call("wxa/msg_sec_check", body, ApiCalls.MiniProgram)).Errcode());
        Assert.Equal(44991, (await Check(emulator, new string('长', 2501))).Errcode());
    }

    [Fact]
    public async Task RiskRank_SetByTheTester_IsAnswered()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await emulator.Control("people/" + Uri.EscapeDataString("小满"), new { riskRank = 4 });
        var answer = await emulator.Call("wxa/getuserriskrank", new JsonObject
        {
            ["appid"] = ApiCalls.MiniProgram, ["openid"] = ApiCalls.OpenId("小满", ApiCalls.MiniProgram), ["scene"] = 0, ["client_ip"] = "203.0.113.9",
        }, ApiCalls.MiniProgram);
        Assert.Equal(4, (int)answer["risk_rank"]!);
    }

    [Fact]
    public async Task UserInfo_OfAnAgreedSignIn_HasNameAndUnionId()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var token = await emulator.Token(await emulator.Code("小满", "snsapi_userinfo"));
        var info = await emulator.Get($"/sns/userinfo?access_token={(string)token["access_token"]!}&openid={(string)token["openid"]!}&lang=zh_CN");
        Assert.Equal(("小满", (string?)token["unionid"], 0), ((string?)info["nickname"], (string?)info["unionid"], (int)info["sex"]!));

        var silent = await emulator.Token(await emulator.Code("小满"));
        Assert.Equal(48001, (await emulator.Get($"/sns/userinfo?access_token={(string)silent["access_token"]!}&openid={(string)silent["openid"]!}")).Errcode());
    }

    [Fact]
    public async Task Exchange_BeyondAHundredInAMinute_IsSlowedForThatPersonOnly()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        async Task<int> Errcode(string persona) => (await emulator.Get(
            $"/sns/jscode2session?appid={ApiCalls.MiniProgram}&secret={emulator.Options.MiniProgramAppSecret}&js_code={await emulator.JsCode(persona)}&grant_type=authorization_code")).Errcode();
        for (var visit = 0; visit < 100; visit++)
        {
            Assert.Equal(0, await Errcode("小满"));
        }

        Assert.Equal((45011, 0), (await Errcode("小满"), await Errcode("王阿姨")));
        emulator.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(0, await Errcode("小满"));
    }

    private static async Task Enter(EmulatorUnderTest emulator) => await emulator.Http.GetStringAsync(
        $"/sns/jscode2session?appid={ApiCalls.MiniProgram}&secret={emulator.Options.MiniProgramAppSecret}&js_code={await emulator.JsCode("小满")}&grant_type=authorization_code");

    private static Task<JsonNode> Check(EmulatorUnderTest emulator, string content) => emulator.Call("wxa/msg_sec_check", Body(content), ApiCalls.MiniProgram);

    private static JsonObject Body(string content) =>
        new() { ["version"] = 2, ["openid"] = ApiCalls.OpenId("小满", ApiCalls.MiniProgram), ["scene"] = 2, ["content"] = content };
}
