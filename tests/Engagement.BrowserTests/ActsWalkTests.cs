using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>A courier logs acts without network and with it; a reviewer decides by keyboard; the board moves.</summary>
public sealed class ActsWalkTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    [Theory]
    [InlineData(ColorScheme.Light, 375, false)]
    [InlineData(ColorScheme.Dark, 320, true)]
    public async Task Act_LoggedOffline_SendsItself_IsAcceptedByKeyboard_AndCounts(ColorScheme scheme, int width, bool large)
    {
        var rider = await phone.Of(scheme: scheme, width: width);
        await rider.EnterAsync(city, "骑手阿勇" + width);
        if (large)
        {
            await rider.GotoAsync(city.Site);
            await rider.Locator("header form button").ClickAsync();
        }

        await rider.GotoAsync(city.Site + "/courier/enrol");
        await rider.Locator("form[action='/courier/pool'] button").ClickAsync();
        await rider.GotoAsync(city.Site + "/courier");
        await Shot(rider, "courier-home");

        await rider.Context.SetOfflineAsync(true);
        await rider.Locator("button[value=push-at-crossing]").ClickAsync();
        await rider.Locator("[data-drafts] li").WaitForAsync();
        await Shot(rider, "courier-offline");
        Assert.Equal(city.Site + "/courier", rider.Url);
        await rider.Context.SetOfflineAsync(false);
        await rider.Locator("[data-drafts]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await rider.GotoAsync(city.Site + "/courier/acts");
        Assert.Equal(1, await rider.Locator("ul.cells li").CountAsync());

        await rider.GotoAsync(city.Site + "/courier");
        await rider.Locator("details.extra summary").ClickAsync();
        await rider.SetInputFilesAsync("#photo", new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = await rider.ScreenshotAsync() });
        await rider.FillAsync("#note", "在东华一路帮老人推车");
        await rider.Locator("button[value=help-person]").ClickAsync();
        await rider.WaitForURLAsync("**/courier/acts/*fresh=true");
        await Shot(rider, "courier-logged");

        var before = await CountAsync();
        var reviewer = await phone.Of(scheme: scheme, width: 1280);
        await EnterStaffAsync(reviewer, "审核员");
        await reviewer.GotoAsync(city.Site + "/console/acts");
        await Shot(reviewer, "review-queue");
        await Press(reviewer, "a", "**/console/acts/*");
        await Shot(reviewer, "review-first");
        await Press(reviewer, "a", "**before=*"); // accepts, and the next one is there
        Assert.Equal(1, await reviewer.Locator("img.shot").CountAsync());
        await Shot(reviewer, "review-second");
        await reviewer.Keyboard.PressAsync("r");
        await reviewer.Locator("details[data-key=r][open]").WaitForAsync();
        await Shot(reviewer, "review-reasons");
        await reviewer.Keyboard.PressAsync("r"); // closed again: nothing was decided
        await Press(reviewer, "a", "**/console/acts/*");

        await rider.GotoAsync(city.Site + "/courier/acts");
        await Shot(rider, "courier-accepted");
        Assert.Equal(2, await rider.Locator("ul.cells li:has-text('核实通过')").CountAsync());
        Assert.Equal(before + 2, await CountAsync());
    }

    private async Task<long> CountAsync() =>
        (await city.Get("/api/v1/boards/acts?period=all")).GetProperty("entries").EnumerateArray().Sum(entry => entry.GetProperty("count").GetInt64());

    // Local lets its staff enter before anybody comes: they agreed to the notice already.
    private async Task EnterStaffAsync(IPage page, string persona)
    {
        await page.GotoAsync(city.Site + "/signin?returnUrl=%2Fsettings");
        await page.GotoAsync(page.Url[..page.Url.IndexOf('#', StringComparison.Ordinal)] + "&persona=" + Uri.EscapeDataString(persona));
        await page.WaitForURLAsync("**/settings");
    }

    private static async Task Press(IPage page, string key, string then)
    {
        var before = page.Url;
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync(url => url != before);
        await page.WaitForURLAsync(then);
    }

    private static async Task Shot(IPage page, string name)
    {
        var width = page.ViewportSize!.Width;
        if (Phone.Screenshots is { } folder)
        {
            var dark = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme:dark)').matches");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{(dark ? "dark" : "light")}.png"), FullPage = true });
        }

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} at {width} px sticks out by {overflow} px.");
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] } });
        Assert.True(result.Violations.Length == 0, name + ": " + string.Join("; ", result.Violations.Select(violation => violation.Id + " " + violation.Nodes[0].Html)));
    }
}
