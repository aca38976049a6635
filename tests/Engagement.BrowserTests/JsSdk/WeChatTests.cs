using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Engagement.BrowserTests.JsSdk;

/// <summary>The pages with WeChat's JS-SDK, with one that refuses them, and without any.</summary>
public sealed class WeChatTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    private const string Card = "updateAppMessageShareData", Moments = "updateTimelineShareData";

    [Fact]
    public async Task Card_SealedRose_GivesItsLinkToAChatAndItsWayToMoments()
    {
        var (rose, link) = await city.Give("卡片赠");
        var wechat = await WeChatPhone.Around(await phone.Of(), city);
        await wechat.Page.GotoAsync(link + "&from=singlemessage&isappinstalled=0#top");
        var card = await wechat.Told(Card);
        Assert.Equal((link, "有人递给你一枝玫瑰"), (card.GetProperty("link").GetString(), card.GetProperty("title").GetString()));
        Assert.NotEmpty(card.GetProperty("desc").GetString()!);
        Assert.Equal($"{city.Site}/r/{rose}/chain", (await wechat.Told(Moments)).GetProperty("link").GetString());
        using var picture = await new HttpClient().GetAsync(card.GetProperty("imgUrl").GetString());
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        await Shot(wechat.Page, "wechat-envelope");
        await IsQuiet(wechat);
    }

    [Theory, InlineData("/", "/"), InlineData("/boards/company?period=all", "/boards/company"), InlineData("/rules#privacy", "/"), InlineData("/settings", "/"), InlineData("/scan", "/")]
    public async Task Card_PublicPages_ShareTheirCleanAddress(string path, string shared)
    {
        var wechat = await WeChatPhone.Around(await phone.Of(), city);
        await wechat.Page.GotoAsync(city.Site + path);
        Assert.Equal(city.Site + shared, (await wechat.Told(Card)).GetProperty("link").GetString());
        await IsQuiet(wechat);
    }

    [Fact]
    public async Task Config_WrongSignature_LeavesThePageWhole()
    {
        var wechat = await WeChatPhone.Around(await phone.Of(), city, signatureHolds: false);
        await wechat.Page.GotoAsync(city.Site);
        await wechat.Told("preVerifyJSAPI");
        await wechat.Told("getNetworkType"); // jweixin reports after every config, whatever came of it: then all is over
        Assert.False(await wechat.HasTold(Card));
        await wechat.Page.Locator("a[data-scan]").ClickAsync();
        await wechat.Page.WaitForURLAsync("**/scan");
        await IsQuiet(wechat);
    }

    [Fact]
    public async Task Config_WeChatsScriptNeverArrives_LeavesThePageWhole()
    {
        var wechat = await WeChatPhone.Around(await phone.Of(), city, scriptArrives: false);
        var page = wechat.Page;
        await page.EnterAsync(city, "无脚本");
        await Open(page, "无脚本赠");
        await page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(got => got.name.includes('/wechat/js-config'))");
        Assert.Equal(0, await page.Locator("wx-open-subscribe").CountAsync());
        await page.Locator("[data-slot] a.line").ClickAsync(); // the slot is no empty place
        await page.WaitForURLAsync("**/notices");
        await page.GoBackAsync();
        await page.Locator("form[action='/prompt'] button").ClickAsync();
        await page.WaitForURLAsync("**/r/**");
        Assert.Equal(0, await page.Locator("[data-ask]").CountAsync());
        await page.GotoAsync(city.Site);
        await page.Locator("a[data-scan]").ClickAsync();
        await page.WaitForURLAsync("**/scan");
        await IsQuiet(wechat);
    }

    [Theory]
    [InlineData("{0}/r/abc?k=def", "/r/abc?k=def")]
    [InlineData("https://evil.example/r/abc", "/scan?code=https%3A%2F%2Fevil.example%2Fr%2Fabc")]
    [InlineData("denied", "/scan")]
    public async Task Scan_WhatIsRead_OpensOnlyHere(string code, string path)
    {
        var wechat = await WeChatPhone.Around(await phone.Of(), city);
        await wechat.Page.GotoAsync(city.Site);
        await wechat.Told(Card);
        await wechat.Page.EvaluateAsync("code => { window.scanned = code; }", string.Format(System.Globalization.CultureInfo.InvariantCulture, code, city.Site));
        await wechat.Page.Locator("a[data-scan]").ClickAsync();
        await wechat.Page.WaitForURLAsync(city.Site + path);
        if (path.StartsWith("/scan?", StringComparison.Ordinal))
        {
            Assert.Contains("这个码不是这里的", await wechat.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            await Shot(wechat.Page, "wechat-scan-foreign");
        }

        await IsQuiet(wechat);
    }

    [Fact]
    public async Task Scan_PutDown_StaysWhereItWas()
    {
        var wechat = await WeChatPhone.Around(await phone.Of(), city);
        await wechat.Page.GotoAsync(city.Site);
        await wechat.Told(Card);
        await wechat.Page.EvaluateAsync("() => { window.scanned = 'cancel'; }");
        await wechat.Page.Locator("a[data-scan]").ClickAsync();
        var asked = await wechat.Told("scanQRCode");
        Assert.Equal(1, asked.GetProperty("needResult").GetInt32());
        Assert.Equal(city.Site + "/", wechat.Page.Url);
    }

    [Theory, InlineData("accept"), InlineData("reject")]
    public async Task Prompt_Answered_IsNeverShownAgain(string status)
    {
        var wechat = await WeChatPhone.Around(await phone.Of(), city);
        var page = wechat.Page;
        await page.EnterAsync(city, "订阅" + status);
        await Open(page, "订阅赠" + status);
        var button = page.Locator("wx-open-subscribe button");
        await button.WaitForAsync();
        await Shot(page, "wechat-prompt-" + status);
        Assert.Equal("微信里也告诉我", await button.InnerTextAsync());
        Assert.Equal("emulator-longterm-digest", await page.Locator("wx-open-subscribe").GetAttributeAsync("template"));
        await PassesAxe(page);
        await page.EvaluateAsync("status => sessionStorage.setItem('subscribes', status)", status);
        await button.ClickAsync();
        Assert.Contains("照你说的办", await page.Locator("[data-ask]").InnerTextAsync(), StringComparison.Ordinal);
        for (var tries = 20; tries > 0 && await page.Locator("[data-ask]").CountAsync() > 0; tries--)
        {
            await page.ReloadAsync(); // what the page posted outlives it, and Playwright does not see it
        }

        Assert.Equal(0, await page.Locator("[data-ask]").CountAsync());
        await Open(page, "订阅再赠" + status);
        Assert.Equal(0, await page.Locator("[data-ask]").CountAsync());
        await IsQuiet(wechat);
    }

    [Fact]
    public async Task Prompt_WeChatsButtonFails_SaysWhereToLook()
    {
        var wechat = await WeChatPhone.Around(await phone.Of(), city);
        var page = wechat.Page;
        await page.EnterAsync(city, "订阅出错");
        await Open(page, "订阅出错赠");
        await page.EvaluateAsync("() => sessionStorage.setItem('subscribes', 'error')");
        await page.Locator("wx-open-subscribe button").ClickAsync();
        await page.Locator("[data-slot] a.line").WaitForAsync();
        await page.ReloadAsync();
        Assert.Equal(1, await page.Locator("[data-ask]").CountAsync()); // nothing was answered
        await IsQuiet(wechat);
    }

    private async Task Open(IPage page, string giver)
    {
        await page.GotoAsync((await city.Give(giver)).Link);
        await page.Locator("form[action$='/claim'] button.cta").ClickAsync();
        await page.WaitForURLAsync("**opened=true");
    }

    // No error, nothing sent elsewhere (jweixin would report the page's whole address, secret included), and nothing moved by itself.
    private static async Task IsQuiet(WeChatPhone wechat)
    {
        Assert.Empty(wechat.Faults);
        Assert.Empty(wechat.Foreign);
        Assert.InRange(await wechat.Page.EvaluateAsync<double>("window.shifts"), 0, 0.05);
    }

    private static async Task PassesAxe(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] } });
        Assert.True(result.Violations.Length == 0, string.Join("; ", result.Violations.Select(v => v.Id + " " + v.Nodes[0].Html)));
    }

    private static async Task Shot(IPage page, string name)
    {
        if (Phone.Screenshots is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
