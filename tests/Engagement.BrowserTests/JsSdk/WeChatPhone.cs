using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Engagement.BrowserTests.JsSdk;

/// <summary>
/// A page with WeChat around it: the JS-SDK from npm at WeChat's own address, under the site's own content policy, and a bridge that
/// has signatures checked by the emulator, as WeChat's phone asks its server.
/// </summary>
internal sealed class WeChatPhone
{
    private const string Official = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js";
    private static readonly string Assets = Path.Combine(AppContext.BaseDirectory, "JsSdk");

    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentQueue<string> _foreign = [];

    private WeChatPhone(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Errors of scripts on the page.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Requests that left for somebody else than the site and WeChat's script.</summary>
    public IReadOnlyCollection<string> Foreign => _foreign;

    /// <param name="page">A phone's page.</param>
    /// <param name="city">The site.</param>
    /// <param name="scriptArrives">False: WeChat's script never comes.</param>
    /// <param name="signatureHolds">False: WeChat finds every signature wrong.</param>
    public static async Task<WeChatPhone> Around(IPage page, LocalCity city, bool scriptArrives = true, bool signatureHolds = true)
    {
        var phone = new WeChatPhone(page);
        page.PageError += (_, fault) => phone._faults.Enqueue(fault);
        await page.ExposeFunctionAsync<string, Task<bool>>("wechatVerify", query => city.Verifies(query + (signatureHolds ? "" : "0")));
        await page.AddInitScriptAsync(scriptPath: Path.Combine(Assets, "bridge.js"));
        await page.AddInitScriptAsync("""
            window.shifts = 0;
            new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) window.shifts += e.value; })).observe({ type: 'layout-shift', buffered: true });
            """);
        await page.Context.RouteAsync(url => !url.StartsWith(city.Site, StringComparison.Ordinal) && !url.StartsWith(city.WeChat, StringComparison.Ordinal), async route =>
        {
            if (route.Request.Url == Official && scriptArrives)
            {
                // The package is made for bundlers; WeChat's own file puts the same object on the window.
                var sdk = await File.ReadAllTextAsync(Path.Combine(Assets, "weixin-js-sdk.js"));
                await route.FulfillAsync(new() { ContentType = "text/javascript", Body = "var module={};" + sdk + ";window.wx=window.jWeixin=module.exports;" });
                return;
            }

            if (route.Request.Url != Official)
            {
                phone._foreign.Enqueue(route.Request.Url);
            }

            await route.AbortAsync();
        });
        return phone;
    }

    /// <summary>Waits until the page has called WeChat's bridge, and returns what it said.</summary>
    public async Task<System.Text.Json.JsonElement> Told(string name)
    {
        await Page.WaitForFunctionAsync("name => window.bridge.some(call => call.name === name)", name);
        return await Page.EvaluateAsync<System.Text.Json.JsonElement>("name => window.bridge.findLast(call => call.name === name).args", name);
    }

    /// <summary>Whether the page has called it so far.</summary>
    public Task<bool> HasTold(string name) => Page.EvaluateAsync<bool>("name => window.bridge.some(call => call.name === name)", name);
}
