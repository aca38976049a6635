using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>Looks at a page: keeps a picture where pictures are wanted, and lets nothing stick out or break a rule of axe.</summary>
internal static class Looking
{
    public static async Task ShotAsync(this IPage page, string name)
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
