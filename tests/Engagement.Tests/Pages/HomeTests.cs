using System.Net;
using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

/// <summary>The first page, and what holds for every page a guest may open.</summary>
[Collection(PageTestCollection.Name)]
public sealed class HomeTests(PagesHost host)
{
    [RedisFact]
    public async Task Allowance_WithRosesThatCameBack_TellsThemApart()
    {
        using var me = await host.Person();
        Assert.DoesNotContain("还给你的", (await me.Get("/")).Text, StringComparison.Ordinal);
        var (kept, back) = (await me.Gives(), await me.Gives());
        Assert.Equal(Outcome.Done, (await host.Calls.Rose(back.Rose, rose => rose.Withdraw(back.Rose, host.Command(), me.Id))).Outcome);
        await Eventually.HoldsAsync(async () => (await host.Calls.Participant(me.Id, self => self.Self())).Restored == 1, "the rose is back in the purse");
        var home = (await me.Get("/")).Text;
        Assert.Matches("今天还能递\\s+4\\s+枝", home);
        Assert.Contains("其中 1 枝没人收，还给你的", home, StringComparison.Ordinal);
        Assert.NotEqual(kept.Rose, back.Rose);
    }

    [RedisFact]
    public async Task Latest_NewestPassing_TellsItsDistrictAndNoName()
    {
        using var an = await host.Person("木棉");
        using var bai = await host.Person("荷花");
        using var guest = host.Guest();
        var district = host.Reference.Districts[3];
        await host.Calls.Participant(an.Id, me => me.Choose(host.Command(), new(District: district.Code, ShowName: true)));
        await bai.Takes(await an.Gives());
        var line = $"刚刚，一枝玫瑰从{district.Name}传到了第 2 手";
        await Eventually.HoldsAsync(async () => (await guest.Get("/")).Text.Contains(line, StringComparison.Ordinal), "the first page tells it");
        Assert.DoesNotContain("木棉", (await guest.Get("/")).Text, StringComparison.Ordinal);
        await bai.Takes(await an.Gives(anonymous: true)); // given without a name: without a district, too
        await Eventually.HoldsAsync(async () => !(await guest.Get("/")).Text.Contains("一枝玫瑰从", StringComparison.Ordinal), "the first page is silent");
        using var op = await host.Operator();
        var newest = await bai.Takes(await an.Gives());
        await Eventually.HoldsAsync(async () => (await guest.Get("/")).Text.Contains(line, StringComparison.Ordinal), "the first page tells it");
        Assert.Equal(Outcome.Done, (await host.Calls.Rose(newest, grain => grain.Void(newest, host.Command(), op.Id, "test"))).Outcome);
        await Eventually.HoldsAsync(async () => !(await guest.Get("/")).Text.Contains("一枝玫瑰从", StringComparison.Ordinal), "the first page is silent");
    }

    [RedisFact]
    public async Task Pages_Head_AnswerAsGetWithoutABody()
    {
        using var guest = host.Guest();
        using var me = await host.Person();
        var sent = await me.Gives();
        foreach (var path in new[] { "/", "/boards", "/boards/person", "/rules", "/settings", "/signin", $"/r/{sent.Rose}?k={sent.Secret}", $"/r/{sent.Rose}/chain", "/mine", "/roses/new", "/roses", "/nowhere" })
        {
            var (get, head) = (await guest.Get(path), await guest.Head(path));
            Assert.Equal((get.Status, get.Location, ""), (head.Status, head.Location, head.Html));
        }

        Assert.Equal(HttpStatusCode.OK, (await me.Head("/mine")).Status);
    }

    [RedisFact]
    public async Task Footer_Guest_ChangesTheLanguageAndStaysOnThePage()
    {
        using var guest = host.Guest();
        const string page = "/boards/community?period=all";
        var changed = await guest.Send(page, "/settings/language", [("language", "en")]);
        Assert.Equal((HttpStatusCode.SeeOther, page), (changed.Status, changed.Location));
        Assert.Contains("<html lang=\"en\"", (await guest.Get(page)).Html, StringComparison.Ordinal);
        await guest.Send(page, "/settings/language", [("language", "zh-Hans")]);
        Assert.Contains("<html lang=\"zh-CN\"", (await guest.Get("/")).Html, StringComparison.Ordinal);
    }
}
