using System.Net.Http.Json;
using Engagement.WeChat;

namespace Engagement.Tests.WeChat;

/// <summary>The gateway against the emulator, over HTTP.</summary>
public sealed class GatewaySignInTests
{
    [Fact]
    public async Task ExchangeCode_AfterTheAuthorizeUrl_KnowsThePersonaWithoutUnionId()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var gateway = emulator.Gateway();
        var address = gateway.Wechat.AuthorizeUrl(new(EmulatorUnderTest.Return), "st4te");
        using var sent = await emulator.Http.GetAsync($"{address.PathAndQuery}&persona=%E5%B0%8F%E6%BB%A1");
        var back = sent.Headers.Location!.OriginalString;
        var code = back.Split("&code=")[1].Split('&')[0];

        var result = await gateway.Wechat.ExchangeCode(code, default);

        Assert.Equal($"{EmulatorUnderTest.Return}&code={code}&state=st4te", back);
        Assert.Equal(WeChatOutcome.Ok, result.Outcome);
        Assert.Matches("^o[A-Za-z0-9_-]{27}$", result.OpenId);
        Assert.Null(result.UnionId);
        Assert.False(result.IsSnapshotUser);
    }

    [Fact]
    public async Task ExchangeCode_Twice_IsUsed()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var gateway = emulator.Gateway();
        var code = await emulator.Code("小满");

        Assert.True((await gateway.Wechat.ExchangeCode(code, default)).IsOk);
        Assert.Equal(WeChatOutcome.CodeUsed, (await gateway.Wechat.ExchangeCode(code, default)).Outcome);
    }

    [Theory]
    [InlineData(299, WeChatOutcome.Ok)]
    [InlineData(300, WeChatOutcome.Expired)]
    [InlineData(86_400, WeChatOutcome.Expired)]
    public async Task ExchangeCode_ClockMoved_ExpiresAfterFiveMinutes(int seconds, WeChatOutcome expected)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var gateway = emulator.Gateway();
        var code = await emulator.Code("小满");

        emulator.Now += TimeSpan.FromSeconds(seconds);

        Assert.Equal(expected, (await gateway.Wechat.ExchangeCode(code, default)).Outcome);
    }

    [Fact]
    public async Task ExchangeCode_SnapshotPersona_IsMarkedAndNotThePersonItself()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var gateway = emulator.Gateway();
        var real = await gateway.Wechat.ExchangeCode(await emulator.Code("小满"), default);

        using var changed = await emulator.Http.PostAsJsonAsync("/emulator/personas", new { name = "小满", snapshot = true });
        var snapshot = await gateway.Wechat.ExchangeCode(await emulator.Code("小满"), default);

        Assert.True(snapshot.IsSnapshotUser);
        Assert.NotEqual(real.OpenId, snapshot.OpenId);
    }

    [Fact]
    public async Task ExchangeCode_WrongSecret_IsMisconfiguredAndKeepsTheCode()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var wrong = new GatewayUnderTest(emulator.Http.BaseAddress!);
        using var right = emulator.Gateway();
        var code = await emulator.Code("小满");

        Assert.Equal(WeChatOutcome.Misconfigured, (await wrong.Wechat.ExchangeCode(code, default)).Outcome);
        Assert.True((await right.Wechat.ExchangeCode(code, default)).IsOk);
    }

    [Fact]
    public async Task ExchangeJsCode_SamePersonaAsOnTheWeb_SharesTheUnionIdOnly()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var gateway = emulator.Gateway();

        var mini = await gateway.Wechat.ExchangeJsCode(await emulator.JsCode("小满"), default);
        var web = await gateway.Wechat.ExchangeCode(await emulator.Code("小满", "snsapi_userinfo"), default);

        Assert.True(mini.IsOk);
        Assert.Equal(web.UnionId, mini.UnionId);
        Assert.NotEqual(web.OpenId, mini.OpenId);
    }

    [Fact]
    public async Task ExchangeJsCode_CodeOfAWebSignIn_IsInvalid()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var gateway = emulator.Gateway();
        Assert.Equal(WeChatOutcome.InvalidCode, (await gateway.Wechat.ExchangeJsCode(await emulator.Code("小满"), default)).Outcome);
    }

    [Fact]
    public async Task ExchangeJsCode_NoMiniProgramSet_IsMisconfigured()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var gateway = new GatewayUnderTest(emulator.Http.BaseAddress!);
        Assert.Equal(WeChatOutcome.Misconfigured, (await gateway.Wechat.ExchangeJsCode(await emulator.JsCode("小满"), default)).Outcome);
    }

    [Fact]
    public async Task ExchangeCode_SuccessAndRefusal_LogNoCodeSecretOrId()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var gateway = emulator.Gateway();
        var code = await emulator.Code("小满");

        var result = await gateway.Wechat.ExchangeCode(code, default);
        await gateway.Wechat.ExchangeCode(code, default);

        Assert.Matches("errcode 40163, rid [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}", gateway.Log.All);
        Assert.DoesNotContain("http:", gateway.Log.All, StringComparison.Ordinal); // HttpClient's own loggers are off
        Assert.DoesNotContain(code, gateway.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.Options.AppSecret, gateway.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(result.OpenId!, $"{gateway.Log.All} {result}", StringComparison.Ordinal);
    }
}
