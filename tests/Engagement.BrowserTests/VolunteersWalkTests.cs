using System.Globalization;
using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>Somebody registers, gives their real name and joins a team; an organiser admits them; a reviewer looks at the name, and the volunteer reads it.</summary>
public sealed class VolunteersWalkTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    [Theory]
    [InlineData(ColorScheme.Light, 390, false)]
    [InlineData(ColorScheme.Dark, 320, true)]
    public async Task Volunteer_Registers_IsKnown_JoinsATeam_AndReadsWhoLooked(ColorScheme scheme, int width, bool large)
    {
        var boss = await phone.Of(scheme: scheme, width: 1280);
        await boss.EnterStaffAsync(city, "组织者");
        await boss.GotoAsync(city.Site + "/console/teams");
        await boss.FillAsync("#name", "河堤清洁队" + width);
        await Looking.ShotAsync(boss, "teams-tree");
        await boss.Locator("form[action='/console/teams'] button").ClickAsync();
        await boss.WaitForURLAsync("**/console/teams/*");
        var desk = boss.Url;
        var code = await boss.Locator("code").First.InnerTextAsync();

        var me = await phone.Of(scheme: scheme, width: width);
        await me.EnterAsync(city, "志愿者小梅" + width);
        if (large)
        {
            await me.GotoAsync(city.Site);
            await me.Locator("header form button").ClickAsync();
        }

        await me.GotoAsync(city.Site + "/me/volunteer");
        await Looking.ShotAsync(me, "volunteer-none");
        await me.Locator("a.cta").ClickAsync();
        await me.FillAsync("#phone", "139 1234 5678");
        await me.FillAsync("#birth", "1990-01-01");
        await me.Locator("input[value=first-aid]").CheckAsync();
        await me.Locator("input[name=agree]").CheckAsync();
        await Looking.ShotAsync(me, "volunteer-register");
        await me.Locator("form[action='/me/volunteer/register'] .cta").ClickAsync();
        await me.WaitForURLAsync("**/me/volunteer");
        await Looking.ShotAsync(me, "volunteer-l1");

        await me.GotoAsync(city.Site + "/me/volunteer/name");
        await me.FillAsync("#name", "梅小梅");
        await me.FillAsync("#number", "440000199001010010");
        await me.Locator("input[name=agree]").CheckAsync();
        await me.Locator("form[action='/me/volunteer/name'] .cta").ClickAsync();
        await me.Locator("#fault").WaitForAsync(); // the check digit is wrong
        Assert.Equal("", await me.InputValueAsync("#number"));
        await Looking.ShotAsync(me, "volunteer-name-fault");
        await me.FillAsync("#name", "梅小梅");
        await me.FillAsync("#number", Fictional(width));
        await me.Locator("input[name=agree]").CheckAsync();
        await me.Locator("form[action='/me/volunteer/name'] .cta").ClickAsync();
        await me.WaitForURLAsync("**/me/volunteer");
        Assert.Contains("梅**", await me.InnerTextAsync("main"), StringComparison.Ordinal);
        await Looking.ShotAsync(me, "volunteer-l2");

        await me.GotoAsync(city.Site + "/teams");
        await Looking.ShotAsync(me, "teams");
        await me.FillAsync("#code", code);
        await me.Locator("form[action='/teams/join'] button").ClickAsync();
        await me.WaitForURLAsync(url => url.Contains("/teams/", StringComparison.Ordinal) && !url.Contains("join", StringComparison.Ordinal));
        await Looking.ShotAsync(me, "team");
        await me.Locator(".cta").ClickAsync();
        await me.Locator("[role=status]").WaitForAsync();

        await boss.GotoAsync(desk);
        await Looking.ShotAsync(boss, "team-desk");
        await boss.Locator("button[name=admit][value=true]").ClickAsync();
        await boss.WaitForURLAsync(desk);
        Assert.Equal(1, await boss.Locator("table a").CountAsync());
        await Looking.ShotAsync(boss, "team-desk-member");

        var reviewer = await phone.Of(scheme: scheme, width: 1280);
        await reviewer.EnterStaffAsync(city, "审核员");
        await me.GotoAsync(city.Site + "/me/volunteer");
        var number = await me.Locator("main p b").First.InnerTextAsync();
        await reviewer.GotoAsync(city.Site + "/console/volunteers");
        await Looking.ShotAsync(reviewer, "volunteers-desk");
        await reviewer.FillAsync("#number", number);
        await reviewer.Locator("form[action='/console/volunteers'] button").ClickAsync();
        await reviewer.FillAsync("#reason", "核对证书上的姓名");
        await Looking.ShotAsync(reviewer, "volunteer-case");
        await reviewer.Locator("form[action$='/unmask'] button").ClickAsync();
        Assert.Contains(Fictional(width), await reviewer.InnerTextAsync("main"), StringComparison.Ordinal);
        await Looking.ShotAsync(reviewer, "volunteer-unmasked");

        await me.ReloadAsync();
        Assert.Contains("核对证书上的姓名", await me.InnerTextAsync("main"), StringComparison.Ordinal);
        await Looking.ShotAsync(me, "volunteer-looked");
    }

    [Fact]
    public async Task Minor_AsksAGuardian_WhoAgreesAndTakesBack()
    {
        var minor = await phone.Of(width: 390);
        await minor.EnterAsync(city, "小明同学");
        await minor.GotoAsync(city.Site + "/me/volunteer/register");
        await minor.FillAsync("#phone", "13912345678");
        await minor.FillAsync("#birth", DateTime.UtcNow.AddYears(-11).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await minor.Locator("input[name=agree]").CheckAsync();
        await minor.Locator("form[action='/me/volunteer/register'] .cta").ClickAsync();
        await minor.WaitForURLAsync("**/me/volunteer");
        await Looking.ShotAsync(minor, "minor");
        await minor.GotoAsync(city.Site + "/me/volunteer/guardian");
        await Looking.ShotAsync(minor, "minor-asks");
        var link = await minor.Locator("figure code").InnerTextAsync();

        var guardian = await phone.Of(width: 390);
        await guardian.EnterStaffAsync(city, "志愿者小林"); // Local's volunteer by real name
        await guardian.GotoAsync(link);
        await Looking.ShotAsync(guardian, "guard");
        await guardian.Locator("input[name=agree]").CheckAsync();
        await guardian.Locator(".cta").ClickAsync();
        await guardian.WaitForURLAsync("**/me/wards/*");
        await Looking.ShotAsync(guardian, "ward");
        await guardian.Locator("input[name=sure]").CheckAsync();
        await guardian.Locator("form[action$='/withdraw'] button").ClickAsync();
        await guardian.WaitForURLAsync("**/me/volunteer");
        await minor.GotoAsync(city.Site + "/me/volunteer");
        await Looking.ShotAsync(minor, "minor-withdrawn");
    }

    // An area where nobody is born, and a check digit that is right.
    private static string Fictional(int width)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"44000019900101{width:000}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return digits + "10X98765432"[digits.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11];
    }
}
