using System.Net;
using Engagement.Tests.Pages;
using Engagement.Tests.Storage;

namespace Engagement.Tests.SignIns;

/// <summary>Sign-in while WeChat does not answer: this host's WeChat is a closed port.</summary>
[Collection(PageTestCollection.Name)]
public sealed class SignInAwayTests(PagesHost host)
{
    [RedisFact]
    public async Task Callback_WeChatAway_SaysSoOnACleanPage()
    {
        using var phone = host.Guest().InWeChat();
        var wechat = new Uri((await phone.Get("/signin?returnUrl=%2Fmine")).Location!);
        var state = System.Web.HttpUtility.ParseQueryString(wechat.Query)["state"];
        var seen = await phone.Get($"/signin/callback?code=abc&state={state}");
        Assert.Equal((HttpStatusCode.Redirect, "/signin?why=away&returnUrl=%2Fmine"), (seen.Status, seen.Location));
        var page = await phone.Get(seen.Location!);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("微信这会儿没有回应", page.Text, StringComparison.Ordinal);
    }

    [RedisTheory, InlineData("nonsense"), InlineData("0"), InlineData("failed,away")]
    public async Task Begin_UnknownTrouble_IsNone(string why)
    {
        using var phone = host.Guest().InWeChat();
        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/signin?why=" + why)).Status);
    }
}
