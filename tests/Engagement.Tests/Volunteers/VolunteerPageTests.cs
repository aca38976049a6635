using System.Net;
using Engagement.Contracts;
using Engagement.Grains.Teams;
using Engagement.Grains.Volunteers;
using Engagement.Tests.Pages;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Volunteers;

/// <summary>Volunteers with a phone, their guardians, and staff at a desk.</summary>
[Collection(PageTestCollection.Name)]
public sealed class VolunteerPageTests(PagesHost host)
{
    private const string Way = "/me/volunteer", Name = "/me/volunteer/name";

    private static int _order;

    [RedisFact]
    public async Task OwnPages_LeadOnAndBack_NoDeadEnd()
    {
        using var me = await host.Person();
        Assert.Contains("href=\"/me/volunteer\"", (await me.Get(Way + "/register")).Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/activities\"", (await me.Get("/me/hours")).Html, StringComparison.Ordinal);
        await Register(me, "1990-01-01");
        var own = (await me.Get(Way)).Html;
        foreach (var way in new[] { "/activities", "/me/schedule", "/me/hours", "/me/stars", "/me/certificates" })
        {
            Assert.Contains($"href=\"{way}\"", own, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"/me/volunteer\"", (await me.Get("/teams")).Html, StringComparison.Ordinal);
        Assert.Contains(">保存</button>", (await me.Get(Way + "/register")).Html, StringComparison.Ordinal); // a correction is saved, not registered once more
        Assert.Contains("没找到这一页", (await me.Get("/me/no-such-page")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Register_ThenRealName_IsMaskedEverywhere_AndTheLookIsRead()
    {
        using var me = await host.Person();
        Assert.Contains("还没有登记", (await me.Get(Way)).Text, StringComparison.Ordinal);
        var typo = await me.Send(Way + "/register", Way + "/register", [("phone", "1398"), ("birth", "1990-01-01"), ("agree", "true")]);
        Assert.Equal(HttpStatusCode.BadRequest, typo.Status);
        Assert.Contains("手机号好像不对", typo.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"1990-01-01\"", typo.Html, StringComparison.Ordinal); // what was right stays filled in
        Assert.Contains("先勾选同意", (await me.Send(Way + "/register", Way + "/register", [("phone", "13912345678"), ("birth", "1990-01-01")])).Text, StringComparison.Ordinal);
        Assert.Contains("监护人在自己的账号里", (await me.Send(Way + "/register", Way + "/register", [("phone", "13912345678"), ("birth", "2024-01-01"), ("agree", "true")])).Text, StringComparison.Ordinal);
        await Register(me, "1990-01-01");
        var registered = await me.Get(Way);
        Assert.Contains("已登记", registered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", registered.Html, StringComparison.Ordinal);

        var number = Number(19900101);
        var wrong = await me.Send(Name, Name, [("name", "张三"), ("number", number[..17] + (number[17] == '0' ? '1' : '0')), ("agree", "true")]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("核对不上", wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number[..17], wrong.Html, StringComparison.Ordinal); // a form that comes back is empty
        Assert.Equal(HttpStatusCode.BadRequest, (await me.Send(Name, Name, [("name", "张三"), ("number", number)])).Status); // not without the separate consent
        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send(Name, Name, [("name", "张三"), ("number", number), ("agree", "true")])).Status);
        var known = await me.Get(Way);
        Assert.Contains("张*", known.Text, StringComparison.Ordinal);
        Assert.Contains(number[..4] + "**********" + number[14..], known.Text, StringComparison.Ordinal);
        Assert.Contains("还没有人看过", known.Text, StringComparison.Ordinal);

        using var reviewer = await Staff(new(Role.HoursReviewer), "审核小李");
        var volunteerNumber = VolunteerNumber.Show((await host.Calls.Volunteer(me.Id, one => one.Self())).Number!);
        var way = "/console/volunteers/" + me.Id;
        Assert.Equal(way, (await reviewer.Get("/console/volunteers?number=" + volunteerNumber)).Location);
        var masked = await reviewer.Get(way);
        Assert.Contains("张*", masked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await reviewer.Send(way, way + "/unmask", [("reason", " ")])).Status);
        var shown = await reviewer.Send(way, way + "/unmask", [("reason", "核对证书上的姓名")]);
        Assert.Contains(number, shown.Text, StringComparison.Ordinal); // here, and only here
        Assert.Contains("1990-01-01", shown.Text, StringComparison.Ordinal);
        var looked = (await me.Get(Way)).Text;
        Assert.Contains("核对证书上的姓名", looked, StringComparison.Ordinal);

        using var op = await host.Operator();
        foreach (var (seen, page) in new[] { (known, "own"), (masked, "case"), (await me.Get(Way), "own again"), (await reviewer.Get(way), "case again"), (await op.Get("/console/audit"), "audit"), (await me.Get("/settings"), "settings") })
        {
            Assert.False(seen.Html.Contains(number, StringComparison.Ordinal) || seen.Text.Contains("张三", StringComparison.Ordinal), page);
        }

        var found = await reviewer.Send("/console/volunteers", "/console/volunteers/find", [("name", "张三"), ("reason", "本人来电查询")]);
        Assert.Contains(volunteerNumber, found.Text, StringComparison.Ordinal);
        Assert.Contains("本人来电查询", (await me.Get(Way)).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send(Way, Way + "/name/hide", [("sure", "true")])).Status);
        Assert.DoesNotContain("张*", (await me.Get(Way)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("张*", (await reviewer.Get(way)).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task RealName_OfAnotherAccount_LeadsToTheClaim_AndIsJoined()
    {
        using var old = await host.Person();
        using var fresh = await host.Person();
        var number = Number(19880101);
        await Register(old, "1988-01-01");
        await Register(fresh, "1988-01-01");
        await old.Send(Name, Name, [("name", "李四"), ("number", number), ("agree", "true")]);
        var taken = await fresh.Send(Name, Name, [("name", "李四"), ("number", number), ("agree", "true")]);
        Assert.Equal(Name + "/claim", taken.Location);
        var other = await fresh.Send(Name + "/claim", Name + "/claim", [("name", "王五"), ("number", number), ("agree", "true")]);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Contains("对不上任何账号", other.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await fresh.Send(Name + "/claim", Name + "/claim", [("name", "李四"), ("number", number), ("agree", "true")])).Status);
        Assert.Contains("合并申请已经提交", (await fresh.Get(Way)).Text, StringComparison.Ordinal);
        Assert.Contains("申请合并账号", (await old.Get(Way)).Text, StringComparison.Ordinal);

        using var op = await host.Operator();
        Assert.Contains("提议合并", (await op.Get("/console/volunteers")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await old.Send(Way, Way + "/merge", [("answer", "join")])).Status);
        await Eventually.HoldsAsync(async () => (await fresh.Get(Way)).Text.Contains("已并入 1 个账号", StringComparison.Ordinal), "the accounts are joined");
        await Eventually.HoldsAsync(async () => (await old.Get(Way)).Text.Contains("已经合到另一个账号", StringComparison.Ordinal), "the other account says so");
    }

    [RedisFact]
    public async Task Guardian_ByLink_SeesTakesAlongAndTakesBack()
    {
        using var minor = await host.Person("小明");
        using var guardian = await host.Person();
        await Register(minor, DateTime.UtcNow.AddYears(-10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("请监护人", (await minor.Get(Way)).Text, StringComparison.Ordinal);
        var link = System.Text.RegularExpressions.Regex.Match(WebUtility.HtmlDecode((await minor.Get(Way + "/guardian")).Html), @"/guard/[^<""]+").Value;
        Assert.Equal(HttpStatusCode.NotFound, (await guardian.Get(link[..^22] + "AAAAAAAAAAAAAAAAAAAAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await minor.Get(link)).Status); // nobody is their own guardian
        Assert.Contains("先登记并实名", (await guardian.Get(link)).Text, StringComparison.Ordinal);
        await Register(guardian, "1985-01-01");
        await guardian.Send(Name, Name, [("name", "王五"), ("number", Number(19850101)), ("agree", "true")]);
        Assert.Equal(HttpStatusCode.SeeOther, (await guardian.Send(link, "/guard/" + minor.Id, [("agree", "true")])).Status);
        var ward = "/me/wards/" + minor.Id;
        Assert.Contains("10 岁", (await guardian.Get(ward)).Text, StringComparison.Ordinal);
        var export = System.Text.Json.JsonDocument.Parse(await guardian.Bytes(ward + "/export")).RootElement;
        Assert.Equal(10, export.GetProperty("age").GetInt32());
        using var stranger = await host.Person();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(ward)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(ward + "/export")).Status);
        Assert.Contains("已经同意", (await minor.Get(Way)).Text, StringComparison.Ordinal);
        Assert.Contains("要有监护人", (await minor.Get(Way)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await guardian.Send(ward, ward + "/withdraw", [("sure", "true")])).Status);
        Assert.Contains("收回了同意", (await minor.Get(Way)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guardian.Get(ward)).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await guardian.Send(Way, Way + "/children", [("name", "小宝"), ("birth", DateTime.UtcNow.AddYears(-5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))])).Status);
        Assert.Contains("小宝", (await guardian.Get(Way)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await guardian.Send(Way, Way + "/children", [("name", "大宝"), ("birth", "2010-01-01")])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await guardian.Send(Way, Way + "/children/1/remove", [])).Status);
        Assert.DoesNotContain("小宝", (await guardian.Get(Way)).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Team_MadeInTheConsole_FoundByCode_AskedAndAdmitted()
    {
        var (one, two) = (host.Reference.Organisations[0].Id, host.Reference.Organisations[1].Id);
        using var boss = await Staff(new(Role.Organiser, one), "组织者甲");
        using var stranger = await Staff(new(Role.Organiser, two), "组织者乙");
        using var guest = host.Guest();
        const string desk = "/console/teams";
        Assert.Contains("2 到 40 个字", (await boss.Send(desk, desk, [("name", "队"), ("level", "District"), ("parent", one)])).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await boss.Send(desk, desk, [("name", "蓬江志愿队"), ("level", "District"), ("parent", two)])).Status);
        var made = await boss.Send(desk, desk, [("name", "蓬江志愿队"), ("level", "District"), ("parent", one)]);
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        var district = made.Location![(desk.Length + 1)..];
        var below = (await boss.Send(desk, desk, [("name", "白沙街志愿队"), ("level", "Team"), ("parent", district)])).Location!;
        var team = below[(desk.Length + 1)..];
        Assert.Contains("级别更高", (await boss.Send(desk, desk, [("name", "倒挂队"), ("level", "City"), ("parent", district)])).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(below)).Status);

        using var me = await host.Person("小梅");
        await Register(me, "1990-01-01");
        var card = host.Services.GetRequiredService<TeamDirectory>().Find(team)!;
        Assert.Equal("/teams/" + team, (await me.Get("/teams/join?code=" + card.Code.ToLowerInvariant())).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await me.Get("/teams/join?code=NOTHING2")).Status);
        Assert.Contains("白沙街志愿队", (await guest.Get("/teams")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send("/teams/" + team, $"/teams/{team}/join", [])).Status);
        Assert.Contains("等组织者答复", (await me.Get(Way)).Text, StringComparison.Ordinal);

        var page = await boss.Get(below);
        Assert.Contains("等你答复", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await boss.Send(below, below + "/admit", [("admit", "true")])).Status);
        Assert.Contains("你从", (await me.Get("/teams/" + team)).Text, StringComparison.Ordinal);

        // The team's own organiser, below the first: sees this member, and nobody of another team.
        var number = VolunteerNumber.Show((await host.Calls.Volunteer(me.Id, one => one.Self())).Number!);
        Assert.Equal(HttpStatusCode.SeeOther, (await boss.Send(below, below + "/admins", [("number", number), ("reason", "队长")], "name=\"holds\" value=\"true\"")).Status);
        Assert.Equal(HttpStatusCode.OK, (await me.Get(below)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await me.Get(desk + "/" + district)).Status); // scopes inherit downwards only
        Assert.Equal(HttpStatusCode.OK, (await me.Get("/console/volunteers/" + me.Id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get("/console/volunteers/" + me.Id)).Status);
        using var other = await host.Person();
        await Register(other, "1990-01-01");
        Assert.Equal(HttpStatusCode.NotFound, (await boss.Get("/console/volunteers/" + other.Id)).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await boss.Send("/console/volunteers/" + me.Id, $"/console/volunteers/{me.Id}/phone", [("phone", "13800000000")])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await boss.Send("/console/volunteers/" + me.Id, $"/console/volunteers/{me.Id}/phone", [("phone", "139 1234 5678")])).Status);
        Assert.Contains("手机号已由组织者核对", (await me.Get(Way)).Text, StringComparison.Ordinal);

        // A parent that may only read: sees, and changes nothing.
        Assert.Equal(HttpStatusCode.SeeOther, (await boss.Send(below, below + "/link", [("parent", two)], "name=\"linked\" value=\"true\"")).Status);
        Assert.Contains("不能修改", (await stranger.Get(below)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await boss.Send(below, below + "/dissolve", [("reason", "任务结束")])).Status);
        Assert.Contains("已于", (await me.Get("/teams/" + team)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("白沙街志愿队", (await guest.Get("/teams")).Text, StringComparison.Ordinal);
    }

    private static string Number(int birth) => People.Number(birth, 100 + Interlocked.Increment(ref _order));

    private static async Task Register(Visitor visitor, string birth) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Send(Way + "/register", Way + "/register", [("phone", "13912345678"), ("birth", birth), ("agree", "true")])).Status);

    private async Task<Visitor> Staff(RoleGrant grant, string name)
    {
        var staff = await host.Person(name);
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(staff.Id, person => person.Appoint(host.Command(), staff.Id, grant, true, "test"))).Outcome);
        return staff;
    }
}
