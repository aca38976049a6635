using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>Debian's Chromium as a phone with WeChat's browser.</summary>
public sealed class Phone : IAsyncLifetime
{
    private const string WeChatIos = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        + "Mobile/15E148 MicroMessenger/8.0.60(0x18003c2f) NetType/4G Language/zh_CN";

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>Folder for screenshots, from the environment variable SCREENSHOTS; null keeps none.</summary>
    public static string? Screenshots { get; } = Environment.GetEnvironmentVariable("SCREENSHOTS");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROME_PATH") ?? "/usr/bin/chromium";
        Assert.True(File.Exists(chromium), $"Chromium is not at {chromium}. ./test.sh installs it (Debian package chromium).");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Somebody's phone: their own cookies, WeChat's user agent.</summary>
    public async Task<IPage> Of(bool script = true, ColorScheme scheme = ColorScheme.Light, int width = 375, string locale = "zh-CN")
    {
        var context = await _browser.NewContextAsync(new()
        {
            UserAgent = WeChatIos, ViewportSize = new() { Width = width, Height = 724 }, DeviceScaleFactor = 2, IsMobile = true, HasTouch = true,
            Locale = locale, TimezoneId = "Asia/Shanghai", ColorScheme = scheme, JavaScriptEnabled = script, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>A computer: a wide window, no WeChat.</summary>
    public async Task<IPage> Desk(bool script = true, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 }, Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ColorScheme = scheme,
            JavaScriptEnabled = script, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
