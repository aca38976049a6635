using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>The main job as three people do it: send, open, pass on, open; the chain shows three.</summary>
public sealed class WalkTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rose_FromHandToHand_ShowsThreePeople(bool script)
    {
        var suffix = script ? "甲" : "乙";
        var (xiaoman, wang, rider) = (await phone.Of(script), await phone.Of(script), await phone.Of(script));

        await xiaoman.GotoAsync(city.Site);
        await Shot(xiaoman, "home-guest", script);
        await xiaoman.Locator("a.cta[href='/roses/new']").ClickAsync();
        await Enter(xiaoman, "小满" + suffix);
        await Shot(xiaoman, "write", script);
        await xiaoman.Locator("form.write button.cta").ClickAsync();
        await xiaoman.WaitForURLAsync("**/sealed");
        await Shot(xiaoman, "sealed", script);
        var link = await xiaoman.Locator(".copy code").InnerTextAsync();

        await Take(wang, link, "王阿姨" + suffix, script);
        await wang.Locator("a.cta[href$='/pass']").ClickAsync();
        await Shot(wang, "pass", script);
        await wang.Locator("form.write button.cta").ClickAsync();
        await wang.WaitForURLAsync("**/sealed");
        var second = await wang.Locator(".copy code").InnerTextAsync();

        await Take(rider, second, "骑手" + suffix, script);
        await rider.Locator("a[href$='/chain']").ClickAsync();
        await Shot(rider, "chain", script);
        Assert.Equal(3, await rider.Locator("ol.people li").CountAsync());

        await xiaoman.GotoAsync(link); // an old link: kindly told
        await Shot(xiaoman, "old-link", script);
        Assert.Equal(0, await xiaoman.Locator("form[action$='/claim']").CountAsync());
    }

    private async Task Take(IPage page, string link, string persona, bool script)
    {
        await page.GotoAsync(link);
        await Shot(page, "envelope", script);
        await page.Locator(".envelope a.cta").ClickAsync();
        await Enter(page, persona);
        await page.Locator("form[action$='/claim'] button.cta").ClickAsync();
        await page.WaitForURLAsync("**opened=true");
        await Shot(page, "opened", script);
        await page.SetViewportSizeAsync(375, 560);
        var covered = await page.EvaluateAsync<double>(
            "document.querySelector('.letter>.rose').getBoundingClientRect().bottom - document.querySelector('.dock').getBoundingClientRect().top");
        Assert.True(covered <= 0, $"The button covers {covered} px of the rose.");
        await page.SetViewportSizeAsync(375, 724);
    }

    // WeChat's picker stands for being signed in to WeChat; then the consent page, once.
    private async Task Enter(IPage page, string persona)
    {
        await page.WaitForURLAsync(city.WeChat + "/**");
        var url = page.Url;
        await page.GotoAsync(url[..url.IndexOf('#', StringComparison.Ordinal)] + "&persona=" + Uri.EscapeDataString(persona));
        await page.WaitForURLAsync("**/consent");
        await Shot(page, "consent", true);
        await page.Locator("form[action='/consent'] button.cta").ClickAsync();
        await page.WaitForURLAsync("**/settings/name**"); // asked once
        await Shot(page, "name", true);
        await page.FillAsync("#name", persona);
        await page.Locator("form.fields button.cta").ClickAsync();
    }

    private static async Task Shot(IPage page, string name, bool script)
    {
        if (Phone.Screenshots is { } folder && script)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
