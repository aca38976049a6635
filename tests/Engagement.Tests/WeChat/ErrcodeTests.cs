using Engagement.WeChat;

namespace Engagement.Tests.WeChat;

/// <summary>Every code that the product knows, in one table: what it becomes, and how often WeChat is asked for it.</summary>
public sealed class ErrcodeTests
{
    /// <summary>Code, outcome, requests of the call itself, whether a second call at once still reaches WeChat.</summary>
    public static readonly TheoryData<long, WeChatOutcome, int, bool> Codes = new()
    {
        { -1, WeChatOutcome.Busy, 1, true },
        { 0, WeChatOutcome.Ok, 1, true },
        { 40001, WeChatOutcome.TokenRejected, 2, true },
        { 40002, WeChatOutcome.Misconfigured, 1, true },
        { 40003, WeChatOutcome.UnknownPerson, 1, true },
        { 40013, WeChatOutcome.Misconfigured, 1, true },
        { 40014, WeChatOutcome.TokenRejected, 2, true },
        { 40029, WeChatOutcome.InvalidCode, 1, true },
        { 40037, WeChatOutcome.Misconfigured, 1, true },
        { 40125, WeChatOutcome.Misconfigured, 1, true },
        { 40129, WeChatOutcome.Invalid, 1, true },
        { 40163, WeChatOutcome.CodeUsed, 1, true },
        { 40164, WeChatOutcome.Misconfigured, 1, true },
        { 40226, WeChatOutcome.RiskUser, 1, true },
        { 40243, WeChatOutcome.Misconfigured, 1, true },
        { 41001, WeChatOutcome.Misconfigured, 1, true },
        { 41002, WeChatOutcome.Misconfigured, 1, true },
        { 41004, WeChatOutcome.Misconfigured, 1, true },
        { 41008, WeChatOutcome.Misconfigured, 1, true },
        { 41030, WeChatOutcome.Misconfigured, 1, true },
        { 42001, WeChatOutcome.TokenRejected, 2, true },
        { 42002, WeChatOutcome.Expired, 1, true },
        { 42003, WeChatOutcome.Expired, 1, true },
        { 42007, WeChatOutcome.Expired, 1, true },
        { 43002, WeChatOutcome.Invalid, 1, true },
        { 43004, WeChatOutcome.NotFollowing, 1, true },
        { 43101, WeChatOutcome.Refused, 1, true },
        { 44002, WeChatOutcome.Invalid, 1, true },
        { 44991, WeChatOutcome.Invalid, 1, true },
        { 45002, WeChatOutcome.Invalid, 1, true },
        { 45009, WeChatOutcome.RateLimited, 1, false },
        { 45011, WeChatOutcome.RateLimited, 1, false },
        { 45015, WeChatOutcome.Refused, 1, true },
        { 45047, WeChatOutcome.Refused, 1, true },
        { 46003, WeChatOutcome.NotFound, 1, true },
        { 47001, WeChatOutcome.Invalid, 1, true },
        { 47003, WeChatOutcome.Invalid, 1, true },
        { 48001, WeChatOutcome.Misconfigured, 1, true },
        { 48004, WeChatOutcome.Misconfigured, 1, true },
        { 50001, WeChatOutcome.Misconfigured, 1, true },
        { 50002, WeChatOutcome.RiskUser, 1, true },
        { 61010, WeChatOutcome.Inactive, 1, true },
        { 87014, WeChatOutcome.ContentRefused, 1, true },
        { 89503, WeChatOutcome.Misconfigured, 1, true },
        { 89506, WeChatOutcome.Misconfigured, 1, true },
        { 89507, WeChatOutcome.Misconfigured, 1, true },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task SendTemplate_Errcode_IsItsOutcomeAfterItsRequests(long errcode, WeChatOutcome expected, int requests, bool goesOn)
    {
        await using var api = await ApiDouble.Start($$"""{"errcode":{{errcode}},"errmsg":"so it is, rid: 65a1b2c3-0d1e2f3a-4b5c6d7e"}""");
        using var gateway = api.Gateway();
        var message = new TemplateMessage("oA", "t1", new Dictionary<string, string> { ["thing1"] = "玫瑰" });

        Assert.Equal(expected, (await gateway.Wechat.SendTemplate(message, default)).Outcome);
        Assert.Equal(requests, api.Calls.Count);
        Assert.Equal(requests == 2 ? 1 : 0, api.Forced);

        await gateway.Wechat.SendTemplate(message, default);
        Assert.Equal(goesOn, api.Calls.Count > requests);
        Assert.Equal(errcode != 0, gateway.Log.All.Contains("65a1b2c3-0d1e2f3a-4b5c6d7e", StringComparison.Ordinal));
    }

    [Fact]
    public void All_Codes_AreTheTested()
    {
        Assert.Equal(Codes.Select(row => (long)row[0]).Order(), WeChatErrcodes.All.Keys.Order());
        Assert.All(WeChatErrcodes.All.Values, code => Assert.NotEmpty(code.Product));
    }
}
