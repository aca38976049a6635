using Engagement.WeChat;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.WeChat;

/// <summary>Calls that bear a token: refused tokens, used-up quotas, unknown outcomes.</summary>
public sealed class GatewayTokenTests
{
    private static readonly TemplateMessage Message = new("oA", "t1", new Dictionary<string, string> { ["thing1"] = "玫瑰" });

    [Theory]
    [InlineData(40001)]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task SendTemplate_TokenRefusedOnce_IsSentWithAnother(int errcode)
    {
        await using var api = await ApiDouble.Start($$"""{"errcode":{{errcode}},"errmsg":"no"}""", """{"errcode":0,"errmsg":"ok","msgid":9007199254740993}""");
        using var gateway = api.Gateway();

        Assert.Equal(new SentResult(WeChatOutcome.Ok, 9_007_199_254_740_993), await gateway.Wechat.SendTemplate(Message, default));
        Assert.Equal(["?access_token=token-1", "?access_token=token-2"], api.Calls.Select(call => call.Query));
    }

    [Fact]
    public async Task SendTemplate_TokenEndedAndManySend_AsksWeChatOnceForAnother()
    {
        await using var api = await ApiDouble.Start();
        api.ChecksTokens = true;
        using var gateway = api.Gateway();
        Assert.True((await gateway.Wechat.SendTemplate(Message, default)).IsOk);
        api.Generation++; // it ran out, or somebody forced another

        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gateway.Wechat.SendTemplate(Message, default)));

        Assert.All(sent, result => Assert.True(result.IsOk));
        Assert.Equal(2, api.TokenCalls.Count);
        Assert.Equal(0, api.Forced);
    }

    [Fact]
    public async Task SendTemplate_NoToken_IsNotSentAndSaysSo()
    {
        await using var api = await ApiDouble.Start();
        api.TokenFailure = "<html>";
        using var gateway = api.Gateway();

        Assert.Equal(WeChatOutcome.TokenRejected, (await gateway.Wechat.SendTemplate(Message, default)).Outcome);
        Assert.Empty(api.Calls);
    }

    [Theory]
    [InlineData("""{"errcode":40013,"errmsg":"invalid appid"}""", WeChatOutcome.Misconfigured)]
    [InlineData("""{"errcode":40001,"errmsg":"wrong secret"}""", WeChatOutcome.Misconfigured)]
    [InlineData("""{"errcode":40164,"errmsg":"not in whitelist"}""", WeChatOutcome.Misconfigured)]
    [InlineData("""{"errcode":45009,"errmsg":"quota"}""", WeChatOutcome.RateLimited)]
    [InlineData("""{"errcode":-1,"errmsg":"busy"}""", WeChatOutcome.Busy)]
    [InlineData("""{"access_token":"","expires_in":7200}""", WeChatOutcome.TokenRejected)]
    [InlineData("""{"access_token":"a","expires_in":0}""", WeChatOutcome.TokenRejected)]
    public async Task SendTemplate_TokenFetchFails_TellsWhy(string answer, WeChatOutcome expected)
    {
        await using var api = await ApiDouble.Start();
        api.TokenFailure = answer;
        using var gateway = api.Gateway();
        Assert.Equal(expected, (await gateway.Wechat.SendTemplate(Message, default)).Outcome);
    }

    [Theory]
    [InlineData("<html>502</html>")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task SendTemplate_AnswerThatTellsNothing_IsUnknownAndNotSentAgain(string answer)
    {
        await using var api = await ApiDouble.Start(answer);
        using var gateway = api.Gateway();

        Assert.Equal(WeChatOutcome.Unavailable, (await gateway.Wechat.SendTemplate(Message, default)).Outcome);
        Assert.Single(api.Calls);
    }

    [Fact]
    public async Task SendTemplate_ConnectionBreaksOff_IsUnknownAndNotSentAgain()
    {
        await using var api = await WeChatDouble.Start(static async http =>
        {
            if (http.Request.Path == "/cgi-bin/stable_token")
            {
                await http.Response.Body.WriteAsync("""{"access_token":"t","expires_in":7200}"""u8.ToArray());
                return;
            }

            http.Abort();
        });
        using var gateway = new GatewayUnderTest(api.Address);

        Assert.Equal(WeChatOutcome.Unavailable, (await gateway.Wechat.SendTemplate(Message, default)).Outcome);
        Assert.Equal(2, api.Requests);
    }

    [Fact]
    public async Task SendTemplate_QuotaOfTheDayUsedUp_AsksAgainAfterFiveMinutesThenTen()
    {
        var time = new StandingTime();
        await using var api = await ApiDouble.Start("""{"errcode":45009,"errmsg":"reach max api daily quota limit"}""");
        using var gateway = api.Gateway(services => services.AddSingleton<TimeProvider>(time));

        var asked = new List<int>();
        foreach (var minutes in new[] { 0, 4, 1, 9, 1, 19, 1 })
        {
            time.Now += TimeSpan.FromMinutes(minutes);
            Assert.Equal(WeChatOutcome.RateLimited, (await gateway.Wechat.SendTemplate(Message, default)).Outcome);
            asked.Add(api.Calls.Count);
        }

        Assert.Equal([1, 1, 2, 2, 3, 3, 4], asked);
    }

    [Fact]
    public async Task SendTemplate_LimitOfTheMinute_HoldsBackThatCallAloneForAMinute()
    {
        var time = new StandingTime();
        await using var api = await ApiDouble.Start("""{"errcode":45011,"errmsg":"minute"}""", """{"errcode":0,"errmsg":"ok"}""");
        using var gateway = api.Gateway(services => services.AddSingleton<TimeProvider>(time));
        await gateway.Wechat.SendTemplate(Message, default);

        Assert.Equal(WeChatOutcome.RateLimited, (await gateway.Wechat.SendTemplate(Message, default)).Outcome);
        Assert.True((await gateway.Wechat.SendSubscription(new("oA", "t1", Message.Fields), default)).IsOk);
        time.Now += TimeSpan.FromMinutes(1);
        Assert.True((await gateway.Wechat.SendTemplate(Message, default)).IsOk);
    }

    [Fact]
    public async Task ExchangeJsCode_LimitOfTheMinute_IsThatPersonsAndStopsNobodyElse()
    {
        await using var api = await ApiDouble.Start("""{"errcode":45011,"errmsg":"minute"}""", """{"openid":"oB"}""");
        using var gateway = api.Gateway();

        Assert.Equal(WeChatOutcome.RateLimited, (await gateway.Wechat.ExchangeJsCode("c1", default)).Outcome);
        Assert.Equal("oB", (await gateway.Wechat.ExchangeJsCode("c2", default)).OpenId);
    }

    [Fact]
    public async Task ExchangeCode_TenTimesNoAnswer_IsNotAskedForAWhileAndSaysSo()
    {
        await using var api = await ApiDouble.Start("""{"errcode":0,"errmsg":"ok"}""");
        api.Status = 502;
        using var gateway = api.Gateway();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(WeChatOutcome.Unavailable, (await gateway.Wechat.ExchangeCode("c0de", default)).Outcome);
        }

        Assert.Equal(WeChatOutcome.Busy, (await gateway.Wechat.ExchangeCode("c0de", default)).Outcome);
        Assert.Equal(10, api.Calls.Count);
        Assert.Equal(WeChatOutcome.Unavailable, (await gateway.Wechat.ExchangeJsCode("c0de", default)).Outcome); // another call has its own breaker
    }

    [Fact]
    public async Task EveryCall_Logged_TellsNoSecretNoIdAndNoWords()
    {
        await using var api = await ApiDouble.Start("""{"errcode":47003,"errmsg":"argument invalid! data.thing1.value invalid rid: 65a1b2c3-0d1e2f3a"}""");
        using var gateway = api.Gateway();

        await gateway.Wechat.SendTemplate(new("oPerson", "t1", new Dictionary<string, string> { ["thing1"] = "悄悄话" }), default);

        Assert.Contains("47003", gateway.Log.All, StringComparison.Ordinal);
        foreach (var secret in new[] { "token-1", "0123456789abcdef", "oPerson", "悄悄话", "access_token=" })
        {
            Assert.DoesNotContain(secret, gateway.Log.All, StringComparison.Ordinal);
        }
    }
}
