using Engagement.Contracts;
using Engagement.Grains.Sessions;
using Engagement.Tests.WeChat;
using Microsoft.AspNetCore.Http;

namespace Engagement.Tests.SignIns;

/// <summary>What one state does with the codes that come with it.</summary>
public sealed class SignInGrainTests
{
    [Theory]
    [InlineData("""{"openid":"o-1","access_token":"t"}""", SignInOutcome.Known)]
    [InlineData("""{"openid":"o-1","is_snapshotuser":1}""", SignInOutcome.Snapshot)]
    [InlineData("""{"errcode":40029,"errmsg":"invalid code"}""", SignInOutcome.Stale)]
    [InlineData("""{"errcode":40163,"errmsg":"code been used"}""", SignInOutcome.Stale)]
    [InlineData("""{"errcode":42003,"errmsg":"code expired"}""", SignInOutcome.Stale)]
    [InlineData("""{"errcode":40226,"errmsg":"risk"}""", SignInOutcome.Risky)]
    [InlineData("""{"errcode":40125,"errmsg":"invalid appsecret"}""", SignInOutcome.Broken)]
    [InlineData("""{"errcode":-1,"errmsg":"busy"}""", SignInOutcome.Away)]
    [InlineData("<html>502</html>", SignInOutcome.Away)]
    public async Task Exchange_WhateverWeChatSays_HasOneMeaning(string answer, SignInOutcome outcome)
    {
        await using var wechat = await WeChatDouble.Start(answer);
        using var gateway = new GatewayUnderTest(wechat.Address, []);
        var exchange = await new SignInGrain(gateway.Wechat).Exchange("code");
        Assert.Equal(outcome, exchange.Outcome);
        Assert.Equal(outcome == SignInOutcome.Known ? "o-1" : null, exchange.OpenId);
        Assert.DoesNotContain("o-1", exchange.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, null)] // silent: nobody was asked for it
    [InlineData(",\"scope\":\"snsapi_userinfo\",\"unionid\":\"u-1\"", 1, "u-1")]
    [InlineData(",\"scope\":\"snsapi_userinfo\"", 2, "u-2")] // withheld: one question more
    public async Task Exchange_WhoAgreedToTell_GivesTheUnionId(string more, int requests, string? union)
    {
        await using var wechat = await WeChatDouble.Start(context => context.Response.WriteAsync(context.Request.Path == "/sns/userinfo"
            ? "{\"openid\":\"o-1\",\"nickname\":\"n\",\"unionid\":\"u-2\"}" : "{\"openid\":\"o-1\",\"access_token\":\"t\"" + more + "}"));
        using var gateway = new GatewayUnderTest(wechat.Address, []);
        Assert.Equal(new(SignInOutcome.Known, "o-1", union), await new SignInGrain(gateway.Wechat).Exchange("code"));
        Assert.Equal(requests, wechat.Requests);
    }

    [Fact]
    public async Task Exchange_AfterTheFirstPerson_AsksNoMore()
    {
        await using var wechat = await WeChatDouble.Start("""{"openid":"o-1"}""");
        using var gateway = new GatewayUnderTest(wechat.Address, []);
        var grain = new SignInGrain(gateway.Wechat);
        var answers = new[] { await grain.Exchange("a"), await grain.Exchange("a"), await grain.Exchange("b") };
        Assert.All(answers, answer => Assert.Equal(new(SignInOutcome.Known, "o-1"), answer));
        Assert.Equal(1, wechat.Requests);
    }

    [Fact]
    public async Task Exchange_CodesThatAreNoGood_AreTriedOnceAndAtMostThree()
    {
        await using var wechat = await WeChatDouble.Start("""{"errcode":40029,"errmsg":"invalid code"}""");
        using var gateway = new GatewayUnderTest(wechat.Address, []);
        var grain = new SignInGrain(gateway.Wechat);
        foreach (var code in new[] { "a", "a", "b", "c", "d", "e" })
        {
            Assert.Equal(SignInOutcome.Stale, (await grain.Exchange(code)).Outcome);
        }

        Assert.Equal(3, wechat.Requests);
    }
}
