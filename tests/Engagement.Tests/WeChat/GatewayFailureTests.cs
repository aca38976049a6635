using Engagement.WeChat;

namespace Engagement.Tests.WeChat;

/// <summary>The gateway when WeChat does not answer.</summary>
public sealed class GatewayFailureTests
{
    [Fact]
    public async Task ExchangeCode_NoAnswerInTime_IsUnavailableAfterOneRequest()
    {
        await using var wechat = await WeChatDouble.Start(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var gateway = new GatewayUnderTest(wechat.Address, timeout: TimeSpan.FromMilliseconds(200));

        Assert.Equal(WeChatOutcome.Unavailable, (await gateway.Wechat.ExchangeCode("c0de", default)).Outcome);
        Assert.Contains("timeout", gateway.Log.All, StringComparison.Ordinal);
        Assert.Equal(1, wechat.Requests);
    }

    [Fact]
    public void Timeout_AsRegistered_IsThreeSeconds()
    {
        using var gateway = new GatewayUnderTest(new("http://127.0.0.1:1"));
        Assert.Equal(TimeSpan.FromSeconds(3), gateway.Timeout);
    }

    [Fact]
    public async Task ExchangeCode_NobodyListens_IsBusyForNothingWasSent()
    {
        var wechat = await WeChatDouble.Start("{}");
        var address = wechat.Address;
        await wechat.DisposeAsync();
        using var gateway = new GatewayUnderTest(address);

        Assert.Equal(WeChatOutcome.Busy, (await gateway.Wechat.ExchangeCode("c0de", default)).Outcome);
        Assert.Contains("ConnectionError", gateway.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExchangeCode_Redirected_DoesNotFollowWithTheSecret()
    {
        await using var elsewhere = await WeChatDouble.Start("""{"openid":"oA"}""");
        await using var wechat = await WeChatDouble.Start(context =>
        {
            context.Response.Redirect(elsewhere.Address + context.Request.QueryString.ToString());
            return Task.CompletedTask;
        });
        using var gateway = new GatewayUnderTest(wechat.Address);

        Assert.Equal(WeChatOutcome.Unavailable, (await gateway.Wechat.ExchangeCode("c0de", default)).Outcome);
        Assert.Equal(0, elsewhere.Requests);
    }

    [Fact]
    public async Task ExchangeCode_CallerGivesUp_Throws()
    {
        using var leave = new CancellationTokenSource();
        await using var wechat = await WeChatDouble.Start(async context =>
        {
            await leave.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var gateway = new GatewayUnderTest(wechat.Address);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gateway.Wechat.ExchangeCode("c0de", leave.Token));
    }
}
