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
        await rider.ShotAsync("courier-home");

        await rider.Context.SetOfflineAsync(true);
        await rider.Locator("button[value=push-at-crossing]").ClickAsync();
        await rider.Locator("[data-drafts] li").WaitForAsync();
        await rider.ShotAsync("courier-offline");
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
        await rider.ShotAsync("courier-logged");

        var before = await CountAsync();
        var reviewer = await phone.Of(scheme: scheme, width: 1280);
        await reviewer.EnterStaffAsync(city, "审核员");
        await reviewer.GotoAsync(city.Site + "/console/acts");
        await reviewer.ShotAsync("review-queue");
        await Press(reviewer, "a", "**/console/acts/*");
        await reviewer.ShotAsync("review-first");
        await Press(reviewer, "a", "**before=*"); // accepts, and the next one is there
        Assert.Equal(1, await reviewer.Locator("img.shot").CountAsync());
        await reviewer.ShotAsync("review-second");
        await reviewer.Keyboard.PressAsync("r");
        await reviewer.Locator("details[data-key=r][open]").WaitForAsync();
        await reviewer.ShotAsync("review-reasons");
        await reviewer.Keyboard.PressAsync("r"); // closed again: nothing was decided
        await Press(reviewer, "a", "**/console/acts/*");

        await rider.GotoAsync(city.Site + "/courier/acts");
        await rider.ShotAsync("courier-accepted");
        Assert.Equal(2, await rider.Locator("ul.cells li:has-text('核实通过')").CountAsync());
        Assert.Equal(before + 2, await CountAsync());
    }

    private async Task<long> CountAsync() =>
        (await city.Get("/api/v1/boards/acts?period=all")).GetProperty("entries").EnumerateArray().Sum(entry => entry.GetProperty("count").GetInt64());

    private static async Task Press(IPage page, string key, string then)
    {
        var before = page.Url;
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync(url => url != before);
        await page.WaitForURLAsync(then);
    }
}
