using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>A week's boards as people meet them: frozen, objected to, published by an operator, checked; and a courier's civic record, shown by a code.</summary>
public sealed class BoardsWalkTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Week_FreezeObjectPublish_ThenARecordOnSomebodyElsesPhone()
    {
        var (an, guest, desk) = (await phone.Of(), await phone.Of(script: false, width: 320), await phone.Of(width: 1280));
        await an.EnterAsync(city, "安安");
        await city.Give("安安");
        await guest.GotoAsync(city.Site + "/boards/acts-rate?period=all");
        await Shot(guest, "boards-rate");

        // The week ends; anybody sees it standing still.
        var now = (await _http.GetFromJsonAsync<JsonElement>(city.WeChat + "/emulator/clock")).GetProperty("now").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8));
        await Advance(now.Date.AddDays(8 - (now.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)now.DayOfWeek)).AddMinutes(5) - now.DateTime);
        var period = await Frozen();
        await guest.GotoAsync($"{city.Site}/boards/published");
        await guest.Locator("ul.cells a").First.ClickAsync();
        Assert.Contains(period, guest.Url, StringComparison.Ordinal);
        await Shot(guest, "period-frozen");
        Assert.Equal(0, await guest.Locator("a[href$='.sig']").CountAsync());

        // A day later an operator lays it down and, being the only one, publishes it.
        await Advance(TimeSpan.FromHours(25));
        await desk.GotoAsync(city.Site + "/signin?returnUrl=%2Fsettings");
        await desk.GotoAsync(desk.Url[..desk.Url.IndexOf('#', StringComparison.Ordinal)] + "&persona=" + Uri.EscapeDataString("管理员")); // Local has entered them before
        await desk.WaitForURLAsync(city.Site + "/settings");
        await desk.GotoAsync($"{city.Site}/console/boards");
        await Shot(desk, "console-boards");
        await desk.Locator($"a[href='/console/boards/{period}']").ClickAsync();
        await desk.Locator("form[action$='/propose'] button").ClickAsync();
        await Shot(desk, "console-period");
        await desk.Locator("form[action$='/confirm'] button").ClickAsync();
        await desk.Locator("form[action$='/confirm']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await guest.ReloadAsync();
        Assert.Equal(1, await guest.Locator("a[href$='.sig']").CountAsync());
        await guest.Locator("details summary").ClickAsync();
        await Shot(guest, "period-published");

        // A courier's record: consent, a code, somebody else's phone.
        await an.GotoAsync(city.Site + "/courier/record");
        await Shot(an, "record-consent");
        await an.Locator("form[action='/courier/record/consent'] button.cta").ClickAsync();
        await an.Locator("form[action='/courier/record/shares'] button.cta").ClickAsync();
        await an.WaitForURLAsync("**/shares/1");
        await Shot(an, "record-code");
        var shared = await an.Locator("figcaption code").InnerTextAsync();
        await guest.GotoAsync(shared);
        await Shot(guest, "record-shown");
        await an.Locator("form[action$='/end'] button").ClickAsync();
        await an.WaitForURLAsync("**/courier/record");
        Assert.Equal(404, (await guest.GotoAsync(shared))!.Status);
    }

    private async Task<string> Frozen()
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var periods = (await city.Get("/api/v1/boards/published")).GetProperty("periods");
            if (periods.GetArrayLength() > 0)
            {
                return periods[0].GetProperty("period").GetString()!;
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("The week was not frozen within a minute.");
    }

    private async Task Advance(TimeSpan by)
    {
        using var answer = await _http.PostAsJsonAsync(city.WeChat + "/emulator/clock", new { advance = $"{(int)by.TotalHours}:{by.Minutes:00}:{by.Seconds:00}" });
        answer.EnsureSuccessStatusCode();
    }

    private static Task Shot(IPage page, string name) => Phone.Screenshots is { } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"boards-{name}.png"), FullPage = true })
        : Task.CompletedTask;
}
