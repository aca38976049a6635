using System.Text;
using Engagement.WeChat;

namespace Engagement.Tests.WeChat;

/// <summary>The gateway against answers as they occur in the wild.</summary>
public sealed class GatewayAnswerTests
{
    [Theory]
    [InlineData(-1, WeChatOutcome.Busy)]
    [InlineData(40029, WeChatOutcome.InvalidCode)]
    [InlineData(40163, WeChatOutcome.CodeUsed)]
    [InlineData(42003, WeChatOutcome.Expired)]
    [InlineData(45009, WeChatOutcome.RateLimited)]
    [InlineData(45011, WeChatOutcome.RateLimited)]
    [InlineData(40226, WeChatOutcome.RiskUser)]
    [InlineData(40013, WeChatOutcome.Misconfigured)]
    [InlineData(40125, WeChatOutcome.Misconfigured)]
    [InlineData(40164, WeChatOutcome.Misconfigured)]
    [InlineData(41008, WeChatOutcome.Misconfigured)]
    [InlineData(12345, WeChatOutcome.Unavailable)]
    public async Task ExchangeCode_Errcode_IsItsOutcome(int errcode, WeChatOutcome expected)
    {
        var result = await Exchange($$"""{"errcode":{{errcode}},"errmsg":"said so, rid: 65a1b2c3-0d1e2f3a-4b5c6d7e"}""");
        Assert.Equal(new OAuthResult(expected), result);
    }

    [Fact]
    public async Task ExchangeCode_ErrcodeAsString_IsRead() =>
        Assert.Equal(WeChatOutcome.InvalidCode, (await Exchange("""{"errcode":"40029","errmsg":"invalid code"}""")).Outcome);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; encoding=utf-8")]
    [InlineData("text/plain; charset=utf8")]
    public async Task ExchangeCode_AnyLabel_IsReadAsUtf8(string contentType) =>
        Assert.Equal("oA", (await Exchange("""{"openid":"oA","nickname":"玫瑰"}""", contentType)).OpenId);

    [Fact]
    public async Task ExchangeCode_ControlCharactersAndByteOrderMark_AreStripped() =>
        Assert.Equal(new OAuthResult(WeChatOutcome.Ok, "oA", "oU", true),
            await Exchange("\uFEFF{\"nickname\":\"玫\u0001\u001F\n瑰\",\r\n\"openid\":\"oA\",\"unionid\":\"oU\",\"is_snapshotuser\":\"1\"}"));

    [Fact]
    public async Task ExchangeCode_BrokenUtf8InAnUnreadMember_IsRead()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"nickname\":\""), 0xC3, 0x28, 0xFF, .. Encoding.UTF8.GetBytes("\",\"openid\":\"oA\"}")];
        await using var wechat = await WeChatDouble.Start(body);
        using var gateway = new GatewayUnderTest(wechat.Address);
        Assert.Equal("oA", (await gateway.Wechat.ExchangeCode("c0de", default)).OpenId);
    }

    [Theory]
    [InlineData("<html><body>502 Bad Gateway</body></html>", 502)]
    [InlineData("<html><body>登录到本网络</body></html>", 200)]
    [InlineData("", 200)]
    [InlineData("null", 200)]
    [InlineData("[]", 200)]
    [InlineData("{}", 200)]
    [InlineData("""{"openid":""}""", 200)]
    [InlineData("""{"openid":["oA"]}""", 200)]
    [InlineData("""{"errcode":40029,"errmsg":"\ud83d"}""", 200)]
    [InlineData("""{"openid":"oA"}""", 500)]
    public async Task ExchangeCode_NotAnAnswer_IsUnavailable(string body, int status) =>
        Assert.Equal(WeChatOutcome.Unavailable, (await Exchange(body, "text/html", status)).Outcome);

    [Fact]
    public async Task ExchangeCode_AnswerBeyond64KiB_IsUnavailable() =>
        Assert.Equal(WeChatOutcome.Unavailable, (await Exchange($$"""{"openid":"oA","nickname":"{{new string('a', 65_536)}}"}""")).Outcome);

    [Theory]
    [InlineData("")]
    [InlineData("c&appid=wx0")]
    [InlineData("c\n")]
    [InlineData("码")]
    public async Task ExchangeCode_MalformedCode_IsInvalidWithoutACall(string code)
    {
        await using var wechat = await WeChatDouble.Start("""{"openid":"oA"}""");
        using var gateway = new GatewayUnderTest(wechat.Address);

        Assert.Equal(WeChatOutcome.InvalidCode, (await gateway.Wechat.ExchangeCode(code, default)).Outcome);
        Assert.Equal(0, wechat.Requests);
    }

    private static async Task<OAuthResult> Exchange(string body, string contentType = "text/plain", int status = 200)
    {
        await using var wechat = await WeChatDouble.Start(body, contentType, status);
        using var gateway = new GatewayUnderTest(wechat.Address);
        return await gateway.Wechat.ExchangeCode("c0de", default);
    }
}
