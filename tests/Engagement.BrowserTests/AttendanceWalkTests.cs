using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>An activity is published, a volunteer checks in and out with the board's digits, the leader ticks another off without network, and the organiser settles.</summary>
public sealed class AttendanceWalkTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    [Fact]
    public async Task Morning_FromTheBoardToTheHours()
    {
        var boss = await phone.Of(width: 1280);
        await boss.EnterStaffAsync(city, "组织者");
        var now = await NowAsync();
        var start = new DateTimeOffset(now.Date.AddDays(1).AddHours(9), now.Offset);
        var activity = await PublishAsync(boss, start);

        var me = await phone.Of(width: 390);
        await me.EnterStaffAsync(city, "志愿者小林");
        await me.GotoAsync($"{city.Site}/activities/{activity}");
        await me.Locator("form[action$='/signup'] .cta").ClickAsync();
        await me.WaitForURLAsync($"**/activities/{activity}**");

        await city.Advance(Until(now, start.AddMinutes(-10)));
        var board = await phone.Of(width: 390);
        await board.EnterStaffAsync(city, "组织者");
        await board.GotoAsync($"{city.Site}/activities/{activity}/board?side=In");
        await board.ShotAsync("attendance-board");
        await CheckAsync(me, board, activity, "签到成功");
        await me.ShotAsync("attendance-in");
        await board.GotoAsync($"{city.Site}/activities/{activity}/board?side=In");
        Assert.Contains("已签到 1/1", await board.InnerTextAsync("main"), StringComparison.Ordinal);
        await me.GotoAsync(city.Site + "/me/code");
        await me.ShotAsync("attendance-my-code");

        // Without network the tick waits on the leader's phone, and is sent by itself.
        await city.Advance("03:15:00");
        await board.GotoAsync($"{city.Site}/activities/{activity}/lead?shift=1");
        await board.ShotAsync("attendance-list");
        await board.Context.SetOfflineAsync(true);
        await board.Locator("form[data-tick] button").ClickAsync();
        await board.Locator("[data-queue] li").WaitForAsync();
        await board.ShotAsync("attendance-offline");
        await board.Context.SetOfflineAsync(false);
        await board.Locator("[data-queue] li:has-text('签退成功')").WaitForAsync();
        await me.GotoAsync($"{city.Site}/activities/{activity}/here");
        Assert.Contains("可计 180 分钟", await me.InnerTextAsync("main"), StringComparison.Ordinal);
        await me.ShotAsync("attendance-out");

        await boss.GotoAsync($"{city.Site}/console/activities/{activity}/attendance");
        await boss.Locator("details summary").ClickAsync();
        await boss.ShotAsync("attendance-settle");
        await boss.Locator("form[action$='/settle'] button").ClickAsync();
        await boss.Locator("#progress").WaitForAsync();
        await boss.Locator("#progress:has-text('1 人次中已有 1 人次记入时长')").WaitForAsync();
        await boss.ShotAsync("attendance-settled");
    }

    private static async Task CheckAsync(IPage me, IPage board, string activity, string said)
    {
        var digits = await board.Locator(".code").InnerTextAsync();
        await me.GotoAsync($"{new Uri(board.Url).GetLeftPart(UriPartial.Authority)}/activities/{activity}/here");
        await me.FillAsync("input[name=code]", digits);
        await me.Locator(".presence form button").ClickAsync();
        await me.WaitForURLAsync("**said=**");
        Assert.Contains(said, await me.InnerTextAsync("#said"), StringComparison.Ordinal);
    }

    private async Task<string> PublishAsync(IPage boss, DateTimeOffset start)
    {
        await boss.GotoAsync(city.Site + "/console/activities");
        await boss.Locator("form[action='/console/activities/new'] button").ClickAsync();
        foreach (var (field, value) in new[] { ("title", "东湖清滩"), ("place", "东湖公园南门"), ("content", "沿湖捡拾垃圾，分类装袋"), ("conditions", "能走两公里"), ("riskText", "湖边路滑"), ("safeguards", "有人带队"), ("lead", "陈站长") })
        {
            await boss.FillAsync("#" + field, value);
        }

        await boss.SelectOptionAsync("#serviceClass", new SelectOptionValue { Index = 1 });
        await boss.SelectOptionAsync("#district", new SelectOptionValue { Index = 1 });
        await boss.FillAsync("[name='shifts[0].day']", start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await boss.FillAsync("[name='shifts[0].from']", "09:00");
        await boss.FillAsync("[name='shifts[0].to']", "12:00");
        await boss.FillAsync("[name='shifts[0].places']", "20");
        await boss.Locator("main form .btn-primary").ClickAsync();
        await boss.WaitForURLAsync(url => Regex.IsMatch(url, "/console/activities/[A-Za-z0-9_-]{22}$"));
        var activity = boss.Url[^22..];
        await boss.Locator("form[action$='/submit'] button").ClickAsync();
        await boss.Locator("form[action$='/submit']").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        var reviewer = await phone.Of(width: 1280);
        await reviewer.EnterStaffAsync(city, "审核员");
        await reviewer.GotoAsync($"{city.Site}/console/activities/{activity}");
        await reviewer.Locator("form[action$='/decide'] .btn-primary").ClickAsync();
        await reviewer.Locator("a[href$='/attendance']").WaitForAsync();
        return activity;
    }

    // The city's time, in Shanghai: the walk moves it, so it is ahead of the machine's once it began.
    private async Task<DateTimeOffset> NowAsync()
    {
        await city.Advance("00:00:01");
        return DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8));
    }

    private static string Until(DateTimeOffset now, DateTimeOffset then) =>
        (then - now) is var left ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours}:{left.Minutes:d2}:{left.Seconds:d2}") : "";
}
