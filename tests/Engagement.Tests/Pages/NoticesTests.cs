using System.Net;
using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

[Collection(PageTestCollection.Name)]
public sealed class NoticesTests(PagesHost host)
{
    [RedisFact]
    public async Task Notices_AfterAClaim_LeadToTheRoseUntilTheyAreRead()
    {
        using var an = await host.Person("山茶花");
        using var bai = await host.Person("小满");
        Assert.Contains("还没有消息", (await an.Get("/notices")).Text, StringComparison.Ordinal);
        var rose = await bai.Takes(await an.Gives());

        Assert.Contains("有 1 条新消息", (await an.Get("/")).Text, StringComparison.Ordinal);
        var page = await an.Get("/notices");
        Assert.Contains("小满收下了你的玫瑰", page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/r/{rose}\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await an.Get($"/r/{rose}")).Status);

        Assert.Equal("/notices", (await an.Send("/notices", "/notices/read", [])).Location);
        Assert.DoesNotContain("全部标为看过", (await an.Get("/notices")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("条新消息", (await an.Get("/")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Notices_AnonymousRose_NameNobody()
    {
        using var an = await host.Person("山茶花");
        using var bai = await host.Person("小满");
        await an.Gives(to: bai.Id, anonymous: true);
        var page = await bai.Get("/notices");
        Assert.Contains("一位市民给你递了一枝", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("山茶花", page.Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Read_Tampered_ChangesNothing()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        await bai.Takes(await an.Gives());
        Assert.Equal(HttpStatusCode.BadRequest, (await an.Post("/notices/read", ("upTo", "1"))).Status); // no token
        foreach (var upTo in new[] { "-1", "9999999999999999", "x" })
        {
            Assert.NotEqual("/notices", (await an.Send("/notices", "/notices/read", [("upTo", upTo)])).Location);
        }

        Assert.Contains("1 条没看", (await an.Get("/notices")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Choice_IsKeptAndAForeignTopicIsRefused()
    {
        using var an = await host.Person();
        Assert.Equal("/settings", (await an.Send("/settings/notices", "/settings/notices", [("topics", "Thanks"), ("language", "en")])).Location);
        var card = await host.Calls.Participant(an.Id, me => me.Notices());
        Assert.Equal(new NoticeChoice(true, NoticeTopics.All & ~NoticeTopics.Thanks, "en"), card.Choice);
        Assert.Equal(HttpStatusCode.BadRequest, (await an.Send("/settings/notices", "/settings/notices", [("topics", "Everything"), ("language", "en")])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await an.Send("/settings/notices", "/settings/notices", [("language", "fr")])).Status);
        Assert.Equal(card.Choice, (await host.Calls.Participant(an.Id, me => me.Notices())).Choice);
    }

    [RedisFact]
    public async Task Export_HoldsTheInboxAndWhatGoesOut()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        await bai.Takes(await an.Gives());
        var export = (await an.Get("/settings/export")).Html;
        Assert.Contains("\"kind\": \"Opened\"", export, StringComparison.Ordinal);
        Assert.Contains("\"weChatKnown\": false", export, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Notices_Guest_IsAskedToSignIn()
    {
        using var guest = host.Guest();
        Assert.StartsWith("/signin", (await guest.Get("/notices")).Location, StringComparison.Ordinal);
    }
}
