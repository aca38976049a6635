using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>The big screen in both sizes: everything on the stage and large enough, alive, calm when the server is away, and its one moment (AN-01).</summary>
public sealed class WallTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    private const string Feed = "**/live?of=wall";

    [Theory]
    [InlineData(1920, 1080, "wall-16x9")]
    [InlineData(3840, 1080, "wall-32x9")]
    [InlineData(1280, 1024, "wall-letterboxed")]
    public async Task Stage_Full_IsWholeAndReadableFromAfar(int width, int height, string name)
    {
        var page = await ScreenAsync(width, height);
        await BeginAsync(page, 2_999_980);
        await page.RouteAsync(Feed, route => route.FulfillAsync(Event(Full(2_999_988))));
        await page.GotoAsync(city.Site + "/wall");
        await page.Locator("[data-list=newest] li").Nth(4).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal("2,999,988", await page.InnerTextAsync(".big"));
        Assert.Contains("11/26", await page.TextContentAsync(".vine"), StringComparison.Ordinal);
        if (Phone.Screenshots is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }

        Assert.Equal("", await page.EvaluateAsync<string>("""
            () => {
                const stage = document.querySelector('.stage'), box = stage.getBoundingClientRect(), scale = box.width / stage.offsetWidth;
                const wrong = [];
                if (box.left < -3 || box.top < -3 || box.right > innerWidth + 3 || box.bottom > innerHeight + 3) wrong.push('the stage leaves the screen');
                for (const el of stage.querySelectorAll('section:not([hidden]), header, .age')) {
                    if (el.closest('[hidden]')) continue;
                    const one = el.getBoundingClientRect();
                    if (one.right > box.right - 20 * scale || one.bottom > box.bottom - 20 * scale) wrong.push(el.className + ' leaves the stage');
                    if (el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1) wrong.push(el.className + ' is cut');
                }
                const words = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
                while (words.nextNode()) {
                    const el = words.currentNode.parentElement;
                    if (words.currentNode.textContent.trim() && !el.closest('[hidden]') && el.getClientRects().length > 0) {
                        const size = el.closest('svg') ? parseFloat(getComputedStyle(el).fontSize) * el.closest('svg').getScreenCTM().a / scale : parseFloat(getComputedStyle(el).fontSize);
                        if (size < 23.9) wrong.push(`${words.currentNode.textContent.trim()} is ${size} px`);
                    }
                }
                return wrong.join('; ');
            }
            """));
    }

    [Fact]
    public async Task Empty_City_SaysWhatWillBeThere_AndTheFirstRoseAppears()
    {
        var page = await ScreenAsync(1920, 1080);
        await page.GotoAsync(city.Site + "/wall");
        Assert.True(await page.Locator(".acts .none").IsVisibleAsync());
        var before = long.Parse(await page.InnerTextAsync(".big"), System.Globalization.CultureInfo.InvariantCulture);
        await city.Pass("大屏甲", "大屏乙");
        await page.Locator($".big:text-is('{before + 1}')").WaitForAsync();
        await page.Locator("[data-list=newest] li").First.WaitForAsync();
        Assert.False(await page.Locator(".news .none").IsVisibleAsync());
        Assert.DoesNotContain("大屏", (await page.InnerTextAsync("main")).Replace("大屏 ", "", StringComparison.Ordinal), StringComparison.Ordinal); // nobody's name
    }

    [Fact]
    public async Task Moment_CrossedLive_PlaysOnce_AndNotForWhoCameLater()
    {
        var page = await ScreenAsync(1920, 1080);
        var total = 2_999_980L;
        await BeginAsync(page, 2_999_980);
        await page.RouteAsync(Feed, route => route.FulfillAsync(Event(Full(total += 10))));
        await page.GotoAsync(city.Site + "/wall");
        await page.Locator(".moment").WaitForAsync();
        Assert.Equal("3,000,000", await page.InnerTextAsync(".mark-number"));
        if (Phone.Screenshots is { } folder)
        {
            await page.WaitForTimeoutAsync(3_500);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "wall-moment.png") });
        }

        await page.EvaluateAsync("() => { document.querySelector('.moment').hidden = true; }");
        var again = 0; // a void took some back; the newest route is asked first
        await page.RouteAsync(Feed, route => route.FulfillAsync(Event(Full(again++ == 0 ? 2_999_999 : 3_000_001))));
        await page.Locator(".big:text-is('3,000,001')").WaitForAsync();
        Assert.True(await page.Locator(".moment").IsHiddenAsync());

        var later = await ScreenAsync(1920, 1080);
        await BeginAsync(later, 3_000_010);
        await later.RouteAsync(Feed, route => route.FulfillAsync(Event(Full(3_000_020))));
        await later.GotoAsync(city.Site + "/wall");
        await later.Locator(".big:text-is('3,000,020')").WaitForAsync();
        Assert.True(await later.Locator(".moment").IsHiddenAsync());
    }

    [Fact]
    public async Task Server_Away_KeepsTheNumbersAndTellsTheirAge()
    {
        var page = await ScreenAsync(1920, 1080);
        await page.Clock.InstallAsync();
        await page.GotoAsync(city.Site + "/wall");
        var number = await page.InnerTextAsync(".big");
        await page.RouteAsync("**/live**", route => route.AbortAsync());
        await page.Clock.RunForAsync(2_000);
        await page.EvaluateAsync("() => { window.EventSource = class extends EventTarget { close() {} get readyState() { return 0; } }; }");
        await page.Context.SetOfflineAsync(true);
        await page.Clock.RunForAsync(120_000);
        Assert.Contains("连接断了", await page.InnerTextAsync(".age"), StringComparison.Ordinal);
        Assert.Equal(number, await page.InnerTextAsync(".big"));
        Assert.EndsWith("/wall", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Night_TheSiteAnswers_APageOfItsOwnComesAnew_AndNotWhileItIsAway()
    {
        var page = await ScreenAsync(1920, 1080);
        await page.Clock.InstallAsync(new() { TimeDate = new DateTime(2026, 11, 25, 15, 50, 0, DateTimeKind.Utc) }); // ten to midnight in Shanghai
        await page.GotoAsync(city.Site + "/wall");
        await page.EvaluateAsync("() => { window.mark = 1; }");
        async Task<bool> IsOld()
        {
            try
            {
                return await page.EvaluateAsync<bool>("() => window.mark === 1");
            }
            catch (PlaywrightException e) when (e.Message.Contains("navigation", StringComparison.Ordinal))
            {
                return true; // on its way
            }
        }

        await page.Context.RouteAsync("**/wall", route => route.AbortAsync());
        await page.Clock.FastForwardAsync("04:20:00");
        await page.Clock.RunForAsync(1_200_000);
        await Task.Delay(500);
        Assert.True(await IsOld());
        await page.Context.UnrouteAsync("**/wall");
        await page.Clock.RunForAsync(700_000);
        for (var tries = 0; tries < 50 && await IsOld(); tries++)
        {
            await Task.Delay(200);
        }

        Assert.False(await IsOld());
        await page.Locator(".big").WaitForAsync();
        await page.Clock.RunForAsync(1_200_000); // once a night
        await page.EvaluateAsync("() => { window.mark = 1; }");
        await page.Clock.RunForAsync(1_200_000);
        await Task.Delay(500);
        Assert.True(await IsOld());
    }

    // The page as a city with so many roses serves it.
    private static Task BeginAsync(IPage page, long claimed) => page.RouteAsync("**/wall", async route =>
    {
        var answer = await route.FetchAsync();
        var full = System.Net.WebUtility.HtmlEncode(Full(claimed));
        await route.FulfillAsync(new() { Response = answer, Body = System.Text.RegularExpressions.Regex.Replace(await answer.TextAsync(), "data-first=\"[^\"]*\"", $"data-first=\"{full}\"") });
    });

    private async Task<IPage> ScreenAsync(int width, int height)
    {
        var page = await phone.Desk(width: width);
        await page.SetViewportSizeAsync(width, height);
        return page;
    }

    private static RouteFulfillOptions Event(string data) => new() { ContentType = "text/event-stream", Body = $"retry: 500\nevent: wall\ndata: {data}\n\n" };

    private static string Full(long claimed)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        (string Id, string Name, long Count)[] districts =
            [("440703", "蓬江", 812_034), ("440704", "江海", 301_220), ("440705", "新会", 640_112), ("440781", "台山", 422_087), ("440783", "开平", 388_412), ("440784", "鹤山", 268_201), ("440785", "恩平", 167_933)];
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            claimed, today = 48_213, people = 402_118, longestChain = 1_037,
            districts = districts.Select(one => new { id = one.Id, name = one.Name, count = one.Count }),
            newest = Enumerable.Range(0, 6).Select(i => new { at = now - i * 61_000, place = i == 3 ? null : "新会区", district = i == 3 ? null : "440705", reason = "主动礼让行人和车辆", hands = 12 + i }),
            companies = Enumerable.Range(0, 5).Select(i => new { id = "c" + i, name = "江门市一家名字特别特别长的配送公司" + i, count = 12_840 - i * 1_000 }),
            days = Enumerable.Range(13, 14).Select(day => new { day = "11/" + day, count = 30_000 + day * day * 40 }),
            rose = "<svg class=\"rose\" viewBox=\"-106 -104 212 208\"><path class=\"p r1\" d=\"M-90 -90H90V90H-90Z\"/></svg>",
            teams = Enumerable.Range(0, 5).Select(i => new { id = "t" + i, name = "骑楼下社区新时代文明实践志愿服务队" + i, count = 18_204 - i * 2_000 }),
        });
    }
}
