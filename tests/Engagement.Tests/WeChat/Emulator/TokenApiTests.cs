using System.Text.Json.Nodes;

namespace Engagement.Tests.WeChat.Emulator;

public sealed class TokenApiTests
{
    private const string Probe = "/cgi-bin/user/info?access_token=";

    [Fact]
    public async Task Stable_CalledAgain_IsTheSameUntilFiveMinutesAreLeft()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var first = await emulator.Stable();
        emulator.Now += TimeSpan.FromMinutes(115);
        var same = await emulator.Stable();
        emulator.Now += TimeSpan.FromSeconds(1);
        var renewed = await emulator.Stable();

        Assert.Equal((7200, 300, 7200), ((int)first["expires_in"]!, (int)same["expires_in"]!, (int)renewed["expires_in"]!));
        Assert.Equal((string?)first["access_token"], (string?)same["access_token"]);
        Assert.NotEqual((string?)first["access_token"], (string?)renewed["access_token"]);
        Assert.Equal(0, await Use(emulator, first)); // the old one works beside it, its own end notwithstanding
        emulator.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(42001, await Use(emulator, first));
        Assert.Equal(0, await Use(emulator, renewed));
    }

    [Fact]
    public async Task Stable_Forced_EndsTheOldOneAtOnceAndKeepsItsQuotas()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var old = await emulator.Stable();
        var forced = await emulator.Stable(force: true);

        Assert.Equal((40001, 0), (await Use(emulator, old), await Use(emulator, forced)));
        emulator.Now += TimeSpan.FromSeconds(29);
        Assert.Equal(45011, (await emulator.Stable(force: true)).Errcode());
        for (var again = 1; again < 20; again++)
        {
            emulator.Now += TimeSpan.FromSeconds(30);
            Assert.Equal(0, (await emulator.Stable(force: true)).Errcode());
        }

        emulator.Now += TimeSpan.FromSeconds(30);
        Assert.Equal(45009, (await emulator.Stable(force: true)).Errcode());
        Assert.Equal(0, (await emulator.Stable()).Errcode());
    }

    [Fact]
    public async Task Classic_CalledAgain_LeavesTheOldFiveMinutesAndTheStableAlone()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var (stable, first) = (await emulator.Stable(), await Classic(emulator));
        var second = await Classic(emulator);

        Assert.NotEqual((string?)first["access_token"], (string?)second["access_token"]);
        Assert.Equal((0, 0), (await Use(emulator, first), await Use(emulator, second)));
        emulator.Now += TimeSpan.FromMinutes(5);
        Assert.Equal((40001, 0, 0), (await Use(emulator, first), await Use(emulator, second), await Use(emulator, stable)));
    }

    [Theory]
    [InlineData("", 41001)]
    [InlineData("short", 40014)]
    [InlineData("0000000000000000000000000000000000000000", 40001)]
    public async Task Check_NoTokenOfOurs_SaysWhatItIs(string token, int errcode)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        Assert.Equal(errcode, (await emulator.Get($"{Probe}{token}&openid=o")).Errcode());
    }

    [Fact]
    public async Task Check_AfterTheEnd_IsExpired()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var token = await emulator.Stable();
        emulator.Now += TimeSpan.FromHours(2);
        Assert.Equal(42001, await Use(emulator, token));
    }

    [Theory]
    [InlineData("""{"grant_type":"client_credential","appid":"wx5080000000000009","secret":"x"}""", 40013)]
    [InlineData("""{"grant_type":"client_credential","appid":"wx5080000000000001","secret":"x"}""", 40125)]
    [InlineData("""{"grant_type":"password","appid":"wx5080000000000001","secret":"x"}""", 40002)]
    [InlineData("""{"grant_type":"client_credential","secret":"x"}""", 41002)]
    [InlineData("""{"grant_type":"client_credential","appid":"wx5080000000000001"}""", 41004)]
    [InlineData("""{"grant_type":"client_credential","force_refresh":"yes"}""", 47001)]
    [InlineData("""{"appid":"a","appid":"b"}""", 47001)]
    [InlineData("[]", 47001)]
    [InlineData("{", 47001)]
    [InlineData("", 44002)]
    public async Task Stable_NotAsDocumented_IsRefusedWithARequestId(string body, int errcode)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var answer = await emulator.Post("/cgi-bin/stable_token", body);
        Assert.Equal(errcode, answer.Errcode());
        Assert.Matches("rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$", (string)answer["errmsg"]!);
    }

    [Fact]
    public async Task Any_WrongMethodOrAddress_IsToldSo()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        Assert.Equal(43002, (await emulator.Get("/cgi-bin/stable_token")).Errcode());
        Assert.Equal(43001, (await emulator.Post("/cgi-bin/token", "{}")).Errcode());
        Assert.Equal(40066, (await emulator.Get("/cgi-bin/nothing")).Errcode());
    }

    [Fact]
    public async Task Any_OtherAccountsToken_HasNoRight()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var mini = await emulator.AccessToken(ApiCalls.MiniProgram);
        Assert.Equal(48001, (await emulator.Get($"/cgi-bin/ticket/getticket?access_token={mini}&type=jsapi")).Errcode());
        Assert.Equal(48001, (await emulator.Call("wxa/msg_sec_check", [])).Errcode());
    }

    [Fact]
    public async Task ContentType_OfEachFamily_IsWeChats()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var cgi = await emulator.Http.GetAsync("/cgi-bin/token");
        using var sns = await emulator.Http.GetAsync("/sns/userinfo");
        Assert.Equal("application/json; encoding=utf-8", cgi.Content.Headers.NonValidated["Content-Type"].ToString());
        Assert.Equal("text/plain", sns.Content.Headers.NonValidated["Content-Type"].ToString());
    }

    [Fact]
    public async Task Quota_OfTheClassicToken_EndsAndIsCleared()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        for (var call = 0; call < 2000; call++)
        {
            Assert.Equal(0, (await Classic(emulator)).Errcode());
        }

        Assert.Equal(45009, (await Classic(emulator)).Errcode());
        var clear = new JsonObject { ["appid"] = ApiCalls.ServiceAccount };
        Assert.Equal(0, (await emulator.Call("cgi-bin/clear_quota", clear)).Errcode());
        Assert.Equal(0, (await Classic(emulator)).Errcode());
    }

    [Fact]
    public async Task Revoke_ByTheTester_LooksLikeATokenThatIsNotLatest()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var token = await emulator.Stable();
        using var answer = await emulator.Http.DeleteAsync("/emulator/tokens");
        Assert.Equal(40001, await Use(emulator, token));
        Assert.Equal(0, await Use(emulator, await emulator.Stable()));
    }

    private static Task<JsonNode> Classic(EmulatorUnderTest emulator) =>
        emulator.Get($"/cgi-bin/token?grant_type=client_credential&appid={ApiCalls.ServiceAccount}&secret={emulator.Options.AppSecret}");

    private static async Task<int> Use(EmulatorUnderTest emulator, JsonNode token) =>
        (await emulator.Get($"{Probe}{(string)token["access_token"]!}&openid={ApiCalls.OpenId("小满")}")).Errcode();
}
