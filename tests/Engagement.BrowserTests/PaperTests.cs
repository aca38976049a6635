using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>Roses of paper as their people use them: an operator prints, one finds, hands over, another takes, a third without network.</summary>
public sealed class PaperTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    [Fact]
    public async Task Paper_FromTheOperatorsSheetToTheThirdHand_Travels()
    {
        var (desk, finder, taker) = (await phone.Of(width: 1280), await phone.Of(), await phone.Of(script: false));
        var codes = await Print(desk, "文明集市", 30);
        var (code, typed) = codes[4];

        var underWay = await UnderWay(finder);
        await finder.GotoAsync(city.Site + "/p/" + code);
        await Shot(finder, "new-guest");
        await Sign(finder, "捡花人");
        await finder.GotoAsync(city.Site + "/p");
        await Shot(finder, "enter");
        await finder.FillAsync("#code", typed.ToLowerInvariant());
        await finder.Locator("main form button.cta").ClickAsync();
        await finder.WaitForURLAsync("**/p/*");
        await Shot(finder, "new");
        await finder.Locator("form[action$='/take'] button").ClickAsync();
        await finder.WaitForURLAsync("**/hand?found=true");
        await Shot(finder, "found");

        await Sign(taker, "过路人");
        await taker.GotoAsync(city.Site + "/p/" + code);
        await Shot(taker, "held");
        Assert.Equal(0, await taker.Locator("form[action$='/take']").CountAsync()); // a photographed code moves nothing
        await city.Advance("00:01:00");
        await finder.Locator("form[action$='/hand'] button").ClickAsync();
        await finder.WaitForURLAsync("**/hand");
        await Shot(finder, "handing");
        await taker.ReloadAsync();
        await Shot(taker, "open");
        await taker.Locator("form[action$='/take'] button").ClickAsync();
        await taker.WaitForURLAsync("**opened=true");
        await Shot(taker, "taken");
        await taker.GotoAsync(taker.Url.Replace("?opened=true", "/chain", StringComparison.Ordinal));
        await Shot(taker, "chain");
        Assert.Equal(2, await taker.Locator("ol.people li").CountAsync());
        Assert.Equal(underWay + 1, await UnderWay(taker));
        await Shot(taker, "home");
    }

    [Fact]
    public async Task Paper_ScannedWithoutNetwork_SendsItselfOnceThereIs()
    {
        var (desk, finder) = (await phone.Of(width: 1280), await phone.Of());
        var (_, typed) = (await Print(desk, "没有网络", 2))[0];
        await Sign(finder, "地下室的人");
        await finder.GotoAsync(city.Site + "/p");
        await finder.Context.SetOfflineAsync(true);
        await finder.FillAsync("#code", typed);
        await finder.Locator("main form button.cta").ClickAsync();
        await finder.Locator("main [role=status]").WaitForAsync();
        await Shot(finder, "offline");
        Assert.Equal(1, await finder.Locator("[data-queue] li").CountAsync());
        await finder.Context.SetOfflineAsync(false);
        await finder.Locator("[data-queue] li", new() { HasText = "已收下" }).WaitForAsync();
        await Shot(finder, "sent");
        Assert.Equal("[]", await finder.EvaluateAsync<string>("localStorage.getItem('paper:queue')"));
        await finder.GotoAsync(city.Site + "/mine?box=held");
        await Shot(finder, "mine");
        Assert.Equal(1, await finder.Locator("ul.rows li").CountAsync());
    }

    // How many of the couriers' roses the first page says are under way; it says nothing before the first.
    private async Task<int> UnderWay(IPage page)
    {
        await page.GotoAsync(city.Site);
        var seeds = page.Locator(".seeds");
        return await seeds.CountAsync() == 0 ? 0 : int.Parse(Regex.Match(await seeds.InnerTextAsync(), "([0-9]+) 枝已上路").Groups[1].Value, CultureInfo.InvariantCulture);
    }

    // Issues a batch for couriers and takes its table away: addresses' ends and short codes.
    private async Task<(string Code, string Typed)[]> Print(IPage desk, string name, int size)
    {
        await desk.GotoAsync(city.Site + "/signin?returnUrl=%2Fconsole%2Fpaper");
        await desk.GotoAsync(desk.Url[..desk.Url.IndexOf('#', StringComparison.Ordinal)] + "&persona=" + Uri.EscapeDataString("管理员"));
        await desk.WaitForURLAsync(city.Site + "/**");
        await desk.GotoAsync(city.Site + "/console/paper");
        await desk.FillAsync("#name", name);
        await desk.FillAsync("#size", size.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await desk.SelectOptionAsync("#seed", "pool");
        await Shot(desk, "batches");
        await desk.Locator("main form[action='/console/paper'] button").ClickAsync();
        await desk.WaitForURLAsync(new Regex("/console/paper/\\d+$"));
        await Shot(desk, "batch");
        var pdf = await desk.RunAndWaitForDownloadAsync(() => desk.Locator("form[action$='/pdf'] button").ClickAsync());
        var table = await desk.RunAndWaitForDownloadAsync(() => desk.Locator("form[action$='/csv'] button").ClickAsync());
        Assert.StartsWith("live-codes-", pdf.SuggestedFilename, StringComparison.Ordinal);
        if (Phone.Screenshots is { } folder)
        {
            await pdf.SaveAsAsync(Path.Combine(folder, $"sheet-{size}.pdf"));
        }

        using var reader = new StreamReader(await table.CreateReadStreamAsync());
        var lines = (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("CONTAINS LIVE CODES", lines[0], StringComparison.Ordinal);
        Assert.Equal(size, lines.Length - 2);
        return [.. lines.Skip(2).Select(line => line.Split(',')).Select(cells => (cells[2].Split('/')[^1], cells[1]))];
    }

    private async Task Sign(IPage page, string persona)
    {
        await page.EnterAsync(city, persona);
        await page.GotoAsync(city.Site);
    }

    private static async Task Shot(IPage page, string name)
    {
        if (Phone.Screenshots is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"paper-{name}.png"), FullPage = true });
        }
    }
}
