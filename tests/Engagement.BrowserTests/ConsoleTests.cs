using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>An operator at a desk: the phone lets the computer in, a switch stops giving and is undone, every page fits and can be read.</summary>
public sealed class ConsoleTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    private static readonly string[] Pages = ["/console/letters", "/console/budgets", "/console/control", "/console/texts", "/console/texts/give-way-waited", "/console/roles", "/console/audit"];

    [Theory, InlineData(true), InlineData(false)]
    public async Task Operator_ByScanning_GetsInAndOut(bool script)
    {
        var desk = await Enter(script);
        await Shot(desk, "in", script);
        Assert.EndsWith("/console/letters", desk.Url, StringComparison.Ordinal);
        await desk.Locator("form[action='/console/signout'] button").ClickAsync();
        await desk.WaitForURLAsync("**/console/signin");
        await desk.GotoAsync(city.Site + "/console/letters");
        Assert.Contains("/console/signin", desk.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_SwitchedOffAndUndone_IsToldToEverybody()
    {
        var (desk, citizen) = (await Enter(true), await phone.Of());
        await desk.GotoAsync(city.Site + "/console/control");
        var form = desk.Locator("form:has(input[name='field'][value='Sending'])");
        await form.Locator("input[name='reason']").FillAsync("刷量，先停一停");
        await form.Locator("button").ClickAsync();
        await Assertions.Expect(desk.Locator(".sample .strip")).ToContainTextAsync("送玫瑰暂时停一停"); // what everybody will see
        await desk.ShotAsync("console-preview");
        await desk.Locator("main form button.btn-primary").ClickAsync();
        await desk.Locator("td form button").WaitForAsync();
        await Shot(desk, "off", true);
        await citizen.GotoAsync(city.Site);
        await Assertions.Expect(citizen.Locator(".banner", new() { HasText = "送玫瑰暂时停一停" })).ToBeVisibleAsync();
        await Shot(citizen, "off-phone", true);
        await desk.Locator("td form button").First.ClickAsync();
        await Assertions.Expect(desk.Locator("td form button")).ToHaveCountAsync(0);
        await citizen.ReloadAsync();
        await Assertions.Expect(citizen.Locator(".banner", new() { HasText = "暂时停一停" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Text_ChangedAndUndone_IsWhatCitizensChooseFrom()
    {
        var (desk, citizen) = (await Enter(true), await phone.Of(width: 390));
        await citizen.EnterAsync(city, "写信的人");
        await desk.GotoAsync(city.Site + "/console/texts/give-way-waited");
        await desk.FillAsync("textarea[name='zh']", "谢谢你在斑马线前停了一停。");
        await desk.FillAsync("input[name='reason']", "更顺口");
        await desk.Locator("main form button").ClickAsync();
        await desk.ShotAsync("console-preview-text");
        await desk.Locator("main form button.btn-primary").ClickAsync();
        await desk.WaitForURLAsync("**/console/texts/give-way-waited");
        await desk.ShotAsync("console-text-changed");
        await citizen.GotoAsync(city.Site + "/roses/new");
        await Assertions.Expect(citizen.Locator("main")).ToContainTextAsync("谢谢你在斑马线前停了一停。");
        await citizen.ShotAsync("write-text-changed");
        await desk.GotoAsync(city.Site + "/console/control");
        await desk.Locator("td form button").First.ClickAsync();
        await citizen.ReloadAsync();
        await Assertions.Expect(citizen.Locator("main")).Not.ToContainTextAsync("停了一停");
    }

    [Fact]
    public async Task Company_Frozen_ItsStewardReadsWhy()
    {
        var (desk, steward) = (await Enter(true), await phone.Of(width: 390));
        await steward.EnterStaffAsync(city, "公司管家");
        await desk.GotoAsync(city.Site + "/console/control");
        var form = desk.Locator("form:has(select[name='subject'])");
        await form.Locator("select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.Locator("input[name='reason']").FillAsync("数据异常，先查一查");
        await form.Locator("button").ClickAsync();
        await desk.ShotAsync("console-preview-unit");
        await desk.Locator("main form button.btn-primary").ClickAsync();
        await desk.Locator("td form button").First.WaitForAsync();
        await desk.ShotAsync("console-unit-frozen");
        await steward.GotoAsync(city.Site + "/settings");
        await Assertions.Expect(steward.Locator(".banner", new() { HasText = "暂时停一停" })).ToBeVisibleAsync();
        await steward.ShotAsync("unit-frozen-phone");
        await desk.Locator("td form button").First.ClickAsync();
        await steward.ReloadAsync();
        await Assertions.Expect(steward.Locator(".banner", new() { HasText = "暂时停一停" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 320)]
    public async Task Pages_OnADesk_FitAndPassAxe(ColorScheme scheme, int width)
    {
        var desk = await phone.Desk(true, scheme, width);
        await Fits(desk, "/console/signin", scheme, width);
        desk = await Enter(true, scheme, width);
        foreach (var path in Pages)
        {
            await Fits(desk, path, scheme, width);
        }
    }

    private async Task Fits(IPage desk, string path, ColorScheme scheme, int width)
    {
        await desk.GotoAsync(city.Site + path);
        await Shot(desk, $"{scheme}-{width}-{path.Trim('/').Replace('/', '-')}", true);
        var overflow = await desk.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{path} at {width} px sticks out by {overflow} px.");
        var result = await desk.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
        });
        Assert.True(result.Violations.Length == 0, path + ": " + string.Join("; ", result.Violations.Select(v => v.Id + " " + v.Nodes[0].Html)));
    }

    private async Task<IPage> Enter(bool script, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var (desk, hand) = (await phone.Desk(script, scheme, width), await phone.Of());
        await desk.GotoAsync(city.Site + "/console");
        await Shot(desk, $"door-{scheme}-{width}", script);
        var link = await desk.Locator("#door code").InnerTextAsync();
        var number = await desk.Locator(".number").InnerTextAsync();
        await hand.GotoAsync(link);
        await hand.GotoAsync(hand.Url[..hand.Url.IndexOf('#', StringComparison.Ordinal)] + "&persona=" + Uri.EscapeDataString("管理员"));
        await Shot(hand, "question", script);
        await hand.Locator($"button[value='{number}']").ClickAsync();
        await hand.Locator("[role=status]").WaitForAsync();
        await Shot(hand, "answered", script);
        if (!script)
        {
            await desk.Locator("#door button").ClickAsync();
        }

        await desk.WaitForURLAsync("**/console/letters");
        return desk;
    }

    private static async Task Shot(IPage page, string name, bool script)
    {
        if (Phone.Screenshots is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"console-{name}{(script ? "" : "-noscript")}.png"), FullPage = true });
        }
    }
}
