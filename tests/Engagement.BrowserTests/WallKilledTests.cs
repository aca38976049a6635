namespace Engagement.BrowserTests;

/// <summary>The big screen when its city is killed: it keeps what it has, even when it is switched on anew, and goes on by itself (AN-01).</summary>
public sealed class WallKilledTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    [Fact]
    public async Task Screen_StartedWhileTheCityIsDead_ShowsTheLastNumbers_AndGoesOn()
    {
        await city.Pass("大屏丙", "大屏丁");
        var page = await phone.Desk(width: 1920);
        await page.GotoAsync(city.Site + "/wall");
        await page.Locator(".big:text-is('1')").WaitForAsync();
        for (var tries = 0; tries < 100 && await page.EvaluateAsync<int>("async () => (await (await caches.open('wall')).keys()).length") < 7; tries++) // page, style, picture, four scripts
        {
            await Task.Delay(200);
        }

        await city.KillAsync();
        await page.ReloadAsync();
        Assert.EndsWith("/wall", page.Url, StringComparison.Ordinal);
        Assert.Equal("1", await page.InnerTextAsync(".big"));
        await page.Locator(".age.old").WaitForAsync(new() { Timeout = 30_000 });
        Assert.Contains("连接断了", await page.InnerTextAsync(".age"), StringComparison.Ordinal);

        await city.StartAgainAsync();
        await page.Locator(".age:not(.old)").WaitForAsync(new() { Timeout = 120_000 });
        await city.Pass("大屏丙", "大屏戊");
        await page.Locator(".big:text-is('2')").WaitForAsync();
    }
}
