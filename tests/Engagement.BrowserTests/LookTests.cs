using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>Every page a person meets, as phones show it: nothing sticks out, nothing is out of reach, in light, dark and large text.</summary>
public sealed class LookTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    private static readonly string[] Pages =
    [
        "/", "/roses/new", "/mine?box=held", "/mine?box=sent", "/mine?box=received", "/boards", "/boards/chain", "/bouquets/new", "/rules",
        "/settings", "/settings/name", "/settings/place", "/settings/unit", "/settings/privacy", "/settings/blocks", "/settings/delete", "/scan", "/p", "/signin/snapshot", "/nowhere",
    ];

    [Theory]
    [InlineData("light", 375, false)]
    [InlineData("dark", 375, false)]
    [InlineData("light", 320, true)]
    [InlineData("dark", 320, true)]
    public async Task Pages_OnAPhone_FitAndPassAxe(string scheme, int width, bool large)
    {
        var page = await phone.Of(scheme: scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light, width: width);
        await page.EnterAsync(city, "看" + scheme + width);
        if (large)
        {
            await page.GotoAsync(city.Site);
            await page.Locator("header form button").ClickAsync();
        }

        foreach (var path in Pages)
        {
            await page.GotoAsync(city.Site + path);
            if (Phone.Screenshots is { } folder)
            {
                var name = path.Trim('/').Replace('/', '-').Replace('?', '-');
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{scheme}-{width}-{name}.png"), FullPage = true });
            }

            if (path == "/roses/new")
            {
                await page.Locator("[data-next]").ClickAsync(new() { Trial = true }); // fails when anything lies over it
                await page.Locator("summary.line").ClickAsync();
                await page.FillAsync("#text", "自己写的一句。");
                Assert.True(await page.Locator("[data-next]").IsHiddenAsync(), "Another line would sweep own words away.");
                await page.FillAsync("#text", "");
                var before = await page.Locator("[data-show=text]").InnerTextAsync();
                await page.Locator("[data-next]").ClickAsync();
                Assert.NotEqual(before, await page.Locator("[data-show=text]").InnerTextAsync());
            }

            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{path} at {width} px sticks out by {overflow} px.");
            var result = await page.RunAxe(new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
            });
            Assert.True(result.Violations.Length == 0, path + ": " + string.Join("; ", result.Violations.Select(v => v.Id + " " + v.Nodes[0].Html)));
        }
    }
}
