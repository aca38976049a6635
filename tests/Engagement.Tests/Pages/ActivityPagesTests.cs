using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

/// <summary>An activity from the console's form to a person's calendar.</summary>
[Collection(PageTestCollection.Name)]
public sealed class ActivityPagesTests(PagesHost host)
{
    private const string Unit = "qilou-volunteers", Door = "门禁 2468";

    [RedisFact]
    public async Task Activity_WrittenReviewedAndPublished_IsFoundAndSignedUpForInTwoTaps()
    {
        using var organiser = await Staff(Role.Organiser, Unit);
        using var reviewer = await Staff(Role.HoursReviewer, "440703");
        var id = await Published(organiser, reviewer, "东湖清滩一");
        using var an = await host.Person();
        Assert.Contains("东湖清滩一", (await an.Get("/activities?district=440703&service=environment&free=true")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("东湖清滩一", (await an.Get("/activities?district=440704")).Text, StringComparison.Ordinal);
        var page = await an.Get($"/activities/{id}");
        Assert.Contains("沿湖捡拾垃圾", page.Text, StringComparison.Ordinal);
        Assert.Contains("靠近水边", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Door, page.Text, StringComparison.Ordinal);
        var taken = await an.Send($"/activities/{id}", $"/activities/{id}/shifts/1/signup", []);
        Assert.Equal($"/activities/{id}#shift-1", taken.Location);
        var mine = await an.Get($"/activities/{id}");
        Assert.Contains("报上了", mine.Text, StringComparison.Ordinal);
        Assert.Contains(Door, mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Door, (await host.Guest().Get($"/activities/{id}")).Text, StringComparison.Ordinal);

        using var bai = await host.Person();
        await bai.Send($"/activities/{id}", $"/activities/{id}/shifts/1/signup", []);
        Assert.Contains("在候补，排第 1 位", (await bai.Get($"/activities/{id}")).Text, StringComparison.Ordinal);
        var roster = await organiser.Get($"/console/activities/{id}");
        Assert.Contains("1 / 1 个名额", roster.Text, StringComparison.Ordinal);
        Assert.Contains(Door, roster.Text, StringComparison.Ordinal);
        Assert.Equal($"/activities/{id}#shift-1", (await an.Send($"/activities/{id}", $"/activities/{id}/shifts/1/leave", [])).Location);
        Assert.Contains("你退出了", (await an.Get($"/activities/{id}")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Form_WithoutWhatTheLawAsksFor_NamesItAndCanNotBeHandedIn()
    {
        using var organiser = await Staff(Role.Organiser, Unit);
        var way = "/console/activities/new?organisation=" + Unit;
        var draft = await organiser.Send(way, "/console/activities", [("title", "只有名字")]);
        var page = await organiser.Get(draft.Location!);
        Assert.Contains("发布前还缺", page.Text, StringComparison.Ordinal);
        Assert.Contains("保障措施", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{draft.Location}/submit", page.Html, StringComparison.Ordinal);
        var faulty = await organiser.Send(way, "/console/activities", [("title", "电话联系"), ("content", "打电话13800138000报名"), ("shifts[0].day", "2026-02-31")]);
        Assert.Equal(HttpStatusCode.BadRequest, faulty.Status);
        Assert.Contains("班次的日期和时间", faulty.Text, StringComparison.Ordinal);
        var refused = await organiser.Send(way, "/console/activities", [("title", "电话联系"), ("content", "打电话13800138000报名")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("服务内容", refused.Text, StringComparison.Ordinal);
        Assert.Contains("打电话13800138000报名", refused.Html, StringComparison.Ordinal); // what was written is still there
    }

    [RedisFact]
    public async Task Console_OfAnotherOrganisation_StaysOutside()
    {
        using var organiser = await Staff(Role.Organiser, Unit);
        using var other = await Staff(Role.Organiser, "jianghai-riders");
        using var elsewhere = await Staff(Role.HoursReviewer, "440704");
        using var reviewer = await Staff(Role.HoursReviewer, "440703");
        var id = await Published(organiser, reviewer, "别家看不到的");
        foreach (var stranger in new[] { other, elsewhere })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/console/activities/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/console/activities/{id}/edit")).Status);
            Assert.DoesNotContain("别家看不到的", (await stranger.Get("/console/activities")).Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await other.Get("/console/activities/new?organisation=" + Unit)).Status);
        Assert.DoesNotContain("名单", (await reviewer.Get($"/console/activities/{id}")).Text, StringComparison.Ordinal); // who comes is not the reviewer's business
    }

    [RedisFact]
    public async Task SignUp_OverlappingOrBelowTheLevel_SaysWhatToDo()
    {
        using var organiser = await Staff(Role.Organiser, Unit);
        using var reviewer = await Staff(Role.HoursReviewer, "440703");
        var (one, two) = (await Published(organiser, reviewer, "同一时间甲"), await Published(organiser, reviewer, "同一时间乙"));
        var strict = await Published(organiser, reviewer, "要登记手机", ("level", "Phone"));
        using var an = await host.Person();
        await an.Send($"/activities/{one}", $"/activities/{one}/shifts/1/signup", []);
        var clash = await an.Send($"/activities/{two}", $"/activities/{two}/shifts/1/signup", []);
        Assert.Equal(HttpStatusCode.Conflict, clash.Status);
        Assert.Contains("这个时间你已经有安排了", clash.Text, StringComparison.Ordinal);
        var gate = await an.Send($"/activities/{strict}", $"/activities/{strict}/shifts/1/signup", []);
        Assert.Equal(HttpStatusCode.Forbidden, gate.Status);
        Assert.Contains("先登记身份", gate.Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Calendar_SecretLink_OpensTheFeedUntilItIsEnded()
    {
        using var organiser = await Staff(Role.Organiser, Unit);
        using var reviewer = await Staff(Role.HoursReviewer, "440703");
        var id = await Published(organiser, reviewer, "放进日历");
        using var an = await host.Person();
        using var guest = host.Guest();
        await an.Send($"/activities/{id}", $"/activities/{id}/shifts/1/signup", []);
        await an.Send("/me/schedule", "/me/schedule/feed", []);
        var first = Link(await an.Get("/me/schedule"));
        var feed = await guest.Get(first);
        Assert.Contains("SUMMARY:放进日历", feed.Html, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED", feed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("2468", feed.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(first.Replace(".ics", "A.ics", StringComparison.Ordinal))).Status);
        await an.Send("/me/schedule", "/me/schedule/feed", [], "value=\"true\"");
        var second = Link(await an.Get("/me/schedule"));
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(first)).Status);
        await an.Send("/me/schedule", "/me/schedule/feed", [], "value=\"false\"");
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(second)).Status);
        Assert.Contains("BEGIN:VEVENT", (await guest.Get($"/activities/{id}/shifts/1.ics")).Html, StringComparison.Ordinal);
    }

    private static string Link(Seen page) => new Uri(WebUtility.HtmlDecode(Regex.Match(page.Html, "value=\"(http[^\"]+\\.ics)\"").Groups[1].Value)).AbsolutePath;

    private async Task<Visitor> Staff(Role role, string scope)
    {
        var person = await host.Person();
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(person.Id, me => me.Appoint(host.Command(), person.Id, new(role, scope), true, "test"))).Outcome);
        return person;
    }

    private async Task<string> Published(Visitor organiser, Visitor reviewer, string title, params (string, string)[] more)
    {
        var day = host.Clock.UtcNow.ToOffset(ShanghaiDay.Offset).AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var draft = await organiser.Send("/console/activities/new?organisation=" + Unit, "/console/activities",
        [
            ("title", title), ("serviceClass", "environment"), ("district", "440703"), ("place", "东湖公园南门"), ("content", "沿湖捡拾垃圾，分类装袋"),
            ("conditions", "能走两公里"), ("riskText", "湖边路滑"), ("safeguards", "有人带队"), ("risks", "Water"), ("lead", "陈站长"), ("private", Door),
            ("shifts[0].day", day), ("shifts[0].from", "09:00"), ("shifts[0].to", "11:30"), ("shifts[0].places", "1"), .. more,
        ]);
        Assert.StartsWith("/console/activities/", draft.Location, StringComparison.Ordinal);
        await organiser.Send(draft.Location!, draft.Location + "/submit", []);
        await reviewer.Send(draft.Location!, draft.Location + "/decide", [], "value=\"true\"");
        return draft.Location!["/console/activities/".Length..];
    }
}
