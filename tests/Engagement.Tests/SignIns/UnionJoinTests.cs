using System.Net;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;

namespace Engagement.Tests.SignIns;

/// <summary>The settings' way to one account with the mini program: WeChat asks, and only the person's own answer counts.</summary>
[Collection(SiteTests.Name)]
public sealed class UnionJoinTests(SiteUnderTest site)
{
    private const string Way = "/settings/mini-program";

    [RedisFact]
    public async Task Join_BeforeTheMiniProgram_FindsTheSamePersonThere()
    {
        using var phone = await Entered("一人安");
        Assert.Contains(Way, (await phone.Get("/settings")).Html, StringComparison.Ordinal);
        var asks = await Ask(phone);
        Assert.Contains("scope=snsapi_userinfo", asks, StringComparison.Ordinal);
        var back = await phone.Callback(asks, "一人安");
        using var twin = phone.Twin();
        Assert.All([await phone.Get(back), await twin.Get(back), await phone.Get(back)], answer => Assert.Equal(Way + "?end=joined", answer.Location));
        Assert.Contains("同一个人", (await phone.Get(Way + "?end=joined")).Html, StringComparison.Ordinal);
        var settings = (await phone.Get("/settings")).Html;
        Assert.DoesNotContain(Way, settings, StringComparison.Ordinal);
        Assert.Contains((await site.PersonAsync("一人安")).Id, settings, StringComparison.Ordinal);
        await site.IsWhole();
    }

    [RedisFact]
    public async Task Join_WithRecordsInBoth_SaysSoAndChangesNothing()
    {
        var there = await site.PersonAsync("两人白");
        using var phone = await Entered("两人白");
        Assert.Equal(Way + "?end=taken", (await phone.Get(await phone.Callback(await Ask(phone), "两人白"))).Location);
        Assert.Contains("什么都没有改动", (await phone.Get(Way + "?end=taken")).Html, StringComparison.Ordinal);
        var settings = (await phone.Get("/settings")).Html;
        Assert.DoesNotContain(there.Id, settings, StringComparison.Ordinal);
        Assert.Contains(Way, settings, StringComparison.Ordinal);
        Assert.Equal(there.Id, (await site.PersonAsync("两人白")).Id);
    }

    [RedisFact]
    public async Task Join_SomebodyElsesWeChatOrPhone_ChangesNothing()
    {
        using var phone = await Entered("问者");
        await (await Entered("答者")).Get("/settings");
        Assert.Equal(Way + "?end=stranger", (await phone.Get(await phone.Callback(await Ask(phone), "答者"))).Location);

        using var other = await Entered("旁人");
        var back = await phone.Callback(await Ask(phone), "问者");
        Assert.DoesNotContain("joined", (await other.Get(back)).Location, StringComparison.Ordinal); // not begun in this browser
        Assert.Equal(Way + "?end=joined", (await phone.Get(back)).Location); // and the code was not used up
    }

    [RedisFact]
    public async Task Join_SnapshotOrDeclined_JoinsNobody()
    {
        using var phone = await Entered("快照问");
        var asks = await Ask(phone);
        await phone.Snapshot("快照问", true);
        var back = await phone.Callback(asks, "快照问");
        Assert.Equal("/signin/snapshot", (await phone.Get(back)).Location);
        await phone.Snapshot("快照问", false);
        var state = System.Web.HttpUtility.ParseQueryString(new Uri((await Ask(phone)).Split('#')[0]).Query)["state"];
        Assert.Equal(Way + "?end=declined", (await phone.Get("/signin/callback?state=" + state)).Location);
        Assert.Contains(Way, (await phone.Get("/settings")).Html, StringComparison.Ordinal); // still not joined
    }

    [Fact]
    public async Task Show_Guest_IsAskedToSignIn()
    {
        using var phone = Browser.Of(site);
        Assert.StartsWith("/signin", (await phone.Get(Way)).Location, StringComparison.Ordinal);
        Assert.StartsWith("/signin", (await phone.Get(Way + "/ask")).Location, StringComparison.Ordinal);
    }

    private static async Task<string> Ask(Browser phone)
    {
        var (status, location, _) = await phone.Get(Way + "/ask");
        Assert.Equal(HttpStatusCode.Redirect, status);
        return location;
    }

    private async Task<Browser> Entered(string persona)
    {
        var phone = Browser.Of(site);
        if ((await phone.Get(await phone.Callback(await phone.Begin("/"), persona))).Location == "/consent")
        {
            await phone.Consent();
        }

        Assert.True(phone.IsSignedIn);
        return phone;
    }
}
