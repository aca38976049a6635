using System.Net;
using System.Web;
using Engagement.Tests.Site;

namespace Engagement.Tests.SignIns;

/// <summary>WeChat's sign-in, as it goes and as it goes wrong: always a clean address, never another's session, never round in circles.</summary>
[Collection(SiteTests.Name)]
public sealed class SignInTests(SiteUnderTest site)
{
    [Fact]
    public async Task SignIn_NewPerson_ConsentsOnceAndLandsWhereTheyWereGoing()
    {
        using var phone = Browser.Of(site);
        var back = await phone.Callback(await phone.Begin("/mine?box=sent"), "初来");
        Assert.Equal((HttpStatusCode.Redirect, "/consent"), Way(await phone.Get(back)));
        Assert.False(phone.IsSignedIn);
        Assert.Equal("/settings/name?returnUrl=%2Fmine%3Fbox%3Dsent", await phone.Consent());
        Assert.True(phone.IsSignedIn);
        Assert.Equal("/mine?box=sent", (await phone.Get("/consent")).Location); // sent twice, or gone back to
    }

    [Fact]
    public async Task Callback_TwiceAtTheSameTime_EndsTwiceWhereTheFirstDid()
    {
        using var phone = await Known("双击");
        var back = await phone.Callback(await phone.Begin("/boards"), "双击");
        using var twin = phone.Twin();
        var answers = await Task.WhenAll(phone.Get(back), twin.Get(back)); // WeChat alone would answer the second with 40163
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.SeeOther, "/boards"), Way(answer)));
        Assert.All([phone, twin], browser => Assert.True(browser.IsSignedIn));
    }

    [Fact]
    public async Task Callback_SameStateAnotherCode_IsTheFirstPersonsAll()
    {
        using var phone = await Known("两码");
        var wechat = await phone.Begin("/boards");
        var (first, second) = (await phone.Callback(wechat, "两码"), await phone.Callback(wechat, "两码"));
        Assert.NotEqual(Code(first), Code(second));
        using var twin = phone.Twin();
        Assert.Equal((HttpStatusCode.SeeOther, "/boards"), Way(await phone.Get(first)));
        Assert.Equal((HttpStatusCode.SeeOther, "/boards"), Way(await twin.Get(second)));
    }

    [Fact]
    public async Task Callback_BeforeConsentTwice_AsksForConsentBothTimes()
    {
        using var phone = Browser.Of(site);
        var back = await phone.Callback(await phone.Begin("/mine"), "未同意");
        using var twin = phone.Twin();
        Assert.Equal("/consent", (await phone.Get(back)).Location);
        Assert.Equal("/consent", (await twin.Get(back)).Location);
        Assert.Equal("/settings/name?returnUrl=%2Fmine", await twin.Consent());
    }

    [Fact]
    public async Task Callback_WhenItIsDone_GoesThereAgainAndSignsNobodyIn()
    {
        using var phone = await Known("返回键");
        var back = await phone.Callback(await phone.Begin("/boards"), "返回键");
        Assert.Equal(HttpStatusCode.SeeOther, (await phone.Get(back)).Status);
        Assert.Equal((HttpStatusCode.Redirect, "/boards"), Way(await phone.Get(back)));
        phone.Cookies.GetAllCookies().First(cookie => cookie.Name == "engagement").Expired = true; // signed out since
        Assert.Equal((HttpStatusCode.Redirect, "/boards"), Way(await phone.Get(back)));
        Assert.False(phone.IsSignedIn);
    }

    [Theory]
    [InlineData("/signin/callback?code={0}"), InlineData("/signin/callback?code={0}&state="), InlineData("/signin/callback?code={0}&state=00000000000000000000000000000000")]
    [InlineData("/signin/callback"), InlineData("/signin/callback?state=%00&code=%00")]
    public async Task Callback_MissingOrForeignState_ExchangesNothing(string path)
    {
        using var phone = await Known("无状态");
        var back = await phone.Callback(await phone.Begin("/boards"), "无状态");
        using var other = Browser.Of(site);
        await other.Begin("/mine"); // has a state of its own
        var seen = await other.Get(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Code(back)));
        Assert.Equal((HttpStatusCode.Redirect, "/signin?why=failed&returnUrl=%2F"), Way(seen));
        Assert.False(other.IsSignedIn);
        Assert.Equal((HttpStatusCode.SeeOther, "/boards"), Way(await phone.Get(back))); // the code was not used up
    }

    [Fact]
    public async Task Callback_OfAnotherBrowser_SignsNobodyIn()
    {
        using var attacker = await Known("攻击者");
        var back = await attacker.Callback(await attacker.Begin("/boards"), "攻击者");
        using var victim = Browser.Of(site);
        Assert.Equal("/signin?why=failed&returnUrl=%2F", (await victim.Get(back)).Location);
        await victim.Begin("/mine");
        Assert.Equal("/signin?why=failed&returnUrl=%2F", (await victim.Get(back)).Location);
        Assert.False(victim.IsSignedIn);
    }

    [Fact]
    public async Task Callback_ForgedCookie_CountsAsNone()
    {
        using var phone = Browser.Of(site);
        phone.Cookies.Add(new Cookie("signin", "CfDJ8forged", "/", "127.0.0.1"));
        Assert.Equal("/signin?why=failed&returnUrl=%2F", (await phone.Get("/signin/callback?code=a&state=b")).Location);
    }

    [Fact]
    public async Task Callback_ReplayedCode_BeginsAgainOnceThenSaysSo()
    {
        using var phone = await Known("重放");
        var back = await phone.Callback(await phone.Begin("/boards"), "重放");
        Assert.Equal(HttpStatusCode.SeeOther, (await phone.Get(back)).Status);
        var used = Code(back);

        using var other = Browser.Of(site);
        var first = State(await other.Begin("/mine?box=held"));
        var (status, again, _) = await other.Get($"/signin/callback?code={used}&state={first}");
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.StartsWith(site.WeChat, again, StringComparison.Ordinal); // once more, silently
        Assert.NotEqual(first, State(again));
        Assert.Equal("/signin?why=failed&returnUrl=%2Fmine%3Fbox%3Dheld", (await other.Get($"/signin/callback?code={used}&state={State(again)}")).Location);
        Assert.Contains("刚才没登录成", (await other.Get("/signin?why=failed&returnUrl=%2Fmine")).Html, StringComparison.Ordinal);
        Assert.False(other.IsSignedIn);
    }

    [Fact]
    public async Task Callback_WithoutCode_SaysThatNobodyIsSignedIn()
    {
        using var phone = Browser.Of(site);
        var state = State(await phone.Begin("/mine"));
        Assert.Equal("/signin?why=declined&returnUrl=%2Fmine", (await phone.Get("/signin/callback?state=" + state)).Location);
        Assert.Equal(HttpStatusCode.OK, (await phone.Get("/signin?why=declined&returnUrl=%2Fmine")).Status); // asks, does not go round
    }

    [Fact]
    public async Task Callback_SnapshotVisitor_IsToldHowToGoOnAndNeverStored()
    {
        using var phone = Browser.Of(site);
        await phone.Snapshot("快照", true);
        var back = await phone.Callback(await phone.Begin("/mine"), "快照");
        var before = await site.Writes();
        Assert.Equal((HttpStatusCode.Redirect, "/signin/snapshot"), Way(await phone.Get(back)));
        Assert.Contains("使用完整服务", (await phone.Get("/signin/snapshot")).Html, StringComparison.Ordinal);
        Assert.Equal("/signin", (await phone.Get("/consent")).Location); // nothing to consent to
        Assert.Equal(before, await site.Writes());
        Assert.False(phone.IsSignedIn);
        await phone.Snapshot("快照", false);
    }

    [Theory]
    [InlineData("https://evil.example/"), InlineData("//evil.example/"), InlineData("/\\evil.example"), InlineData("\\\\evil.example"), InlineData("/..//evil.example")]
    [InlineData("/.//evil.example"), InlineData("/%5Cevil.example"), InlineData("/%2Fevil.example"), InlineData("/%2f%2fevil.example"), InlineData("/a/..//evil.example")]
    [InlineData("javascript:alert(1)"), InlineData("/\t/evil.example"), InlineData("/\r\nLocation:https://evil.example"), InlineData("~/evil"), InlineData("")]
    [InlineData("/signin"), InlineData("/SignIn/callback?code=a&state=b"), InlineData("/consent"), InlineData("evil.example")]
    public async Task ReturnUrl_OtherThanAPathOfThisSite_IsTheFirstPage(string returnUrl)
    {
        using var phone = await Known("跳转");
        Assert.Equal((HttpStatusCode.SeeOther, "/"), Way(await phone.Get(await phone.Callback(await phone.Begin(returnUrl), "跳转"))));
    }

    [Fact]
    public async Task ReturnUrl_LongerThanItsCookie_IsTheFirstPage()
    {
        using var phone = await Known("太长");
        Assert.Equal("/", (await phone.Get(await phone.Callback(await phone.Begin("/mine?x=" + new string('a', 3_000)), "太长"))).Location);
        Assert.Equal("/r/x?k=%E8%8A%B1", (await phone.Get(await phone.Callback(await phone.Begin("/r/x?k=花"), "太长"))).Location);
    }

    [Fact]
    public async Task Begin_ThreeTimesInAMinute_AsksInsteadOfGoingRound()
    {
        using var phone = Browser.Of(site);
        for (var i = 0; i < 3; i++)
        {
            await phone.Begin("/mine");
        }

        var (status, _, html) = await phone.Get("/signin?returnUrl=%2Fmine");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("/signin/wechat?returnUrl=%2Fmine", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/signin/wechat?returnUrl=%2Fmine")).Status); // a tap is no loop
    }

    [Fact]
    public async Task Begin_TwoPagesAtOnce_BothArrive()
    {
        using var phone = await Known("两页");
        var (first, second) = (await phone.Begin("/mine?box=held"), await phone.Begin("/boards"));
        Assert.Equal("/mine?box=held", (await phone.Get(await phone.Callback(first, "两页"))).Location);
        Assert.Equal("/boards", (await phone.Get(await phone.Callback(second, "两页"))).Location);
    }

    [Theory, InlineData("Mozilla/5.0 Chrome/130"), InlineData("Mozilla/5.0 wxwork/4.1.30 MicroMessenger/7.0.1")]
    public async Task Begin_OutsideWeChat_ShowsHowToComeOver(string agent)
    {
        using var browser = Browser.Of(site, agent);
        var (status, _, html) = await browser.Get("/signin?returnUrl=%2Fmine");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("class=\"qrbox\"", html, StringComparison.Ordinal);
    }

    // Somebody who consented before, on a phone without a session: a sign-in ends at once.
    private async Task<Browser> Known(string persona)
    {
        using var first = Browser.Of(site);
        if ((await first.Get(await first.Callback(await first.Begin("/"), persona))).Location == "/consent")
        {
            await first.Consent();
        }

        return Browser.Of(site);
    }

    private static (HttpStatusCode, string) Way((HttpStatusCode Status, string Location, string) answer) => (answer.Status, answer.Location);

    private static string Code(string callback) => HttpUtility.ParseQueryString(new Uri(callback).Query)["code"]!;

    private static string State(string address) => HttpUtility.ParseQueryString(new Uri(address).Query)["state"]!;
}
