namespace Engagement.Tests.WeChat;

/// <summary>The emulator's code exchange as it looks on the wire.</summary>
public sealed class SnsEndpointTests
{
    [Fact]
    public async Task AccessToken_BaseScope_HasWeChatsMembersAndNoUnionId()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var body = (await emulator.Token(await emulator.Code("小满"))).AsObject();
        Assert.Equal(["access_token", "expires_in", "refresh_token", "openid", "scope"], body.Select(member => member.Key));
    }

    [Fact]
    public async Task AccessToken_UserInfoScope_HasTheUnionId()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        Assert.Matches("^o[A-Za-z0-9_-]{27}$", (string?)(await emulator.Token(await emulator.Code("小满", "snsapi_userinfo")))["unionid"]);
    }

    [Fact]
    public async Task AccessToken_Always_IsLabelledTextPlain()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var answer = await emulator.Http.GetAsync("/sns/oauth2/access_token");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("wx0000000000000000", null, "good", 40013)]
    [InlineData(null, "wrong", "good", 40125)]
    [InlineData(null, null, "", 41008)]
    [InlineData(null, null, "never-issued", 40029)]
    public async Task AccessToken_WrongParameter_IsItsErrcodeWithRid(string? appId, string? secret, string code, int expected)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var body = await emulator.Token(code == "good" ? await emulator.Code("小满") : code, appId, secret);
        Assert.Equal(expected, (int)body["errcode"]!);
        Assert.Matches(", rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$", (string?)body["errmsg"]);
    }

    [Fact]
    public async Task AccessToken_ManyAtOnce_OneWins()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var code = await emulator.Code("小满");

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => emulator.Token(code)));

        Assert.Single(answers, answer => answer["openid"] is not null);
        Assert.Equal(15, answers.Count(answer => (int?)answer["errcode"] == 40163));
    }

    [Fact]
    public async Task AccessToken_AfterARestart_KnowsThePersonaByTheSameOpenId()
    {
        await using var before = await EmulatorUnderTest.Start();
        await using var after = await EmulatorUnderTest.Start();
        var first = (string?)(await before.Token(await before.Code("新人")))["openid"];
        Assert.Equal(first, (string?)(await after.Token(await after.Code("新人")))["openid"]);
        Assert.NotEqual(first, (string?)(await after.Token(await after.Code("别人")))["openid"]);
    }
}
