using System.Net;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

[Collection(PageTestCollection.Name)]
public sealed class MineTests(PagesHost host)
{
    [RedisFact]
    public async Task Mine_Guest_IsTakenThroughSignInAndBack()
    {
        using var guest = host.Guest();
        var seen = await guest.Get("/mine?box=sent");
        Assert.Equal("/signin?returnUrl=%2Fmine%3Fbox%3Dsent", seen.Location);
    }

    [RedisFact]
    public async Task Mine_NoRose_ShowsTheEmptyShelf()
    {
        using var me = await host.Person();
        foreach (var (box, text) in new[] { ("held", "手里还没有玫瑰"), ("sent", "还没递出过"), ("received", "还没收到"), ("inbox", "没有等你拆的信") })
        {
            Assert.Contains(text, (await me.Get("/mine?box=" + box)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await me.Get("/mine?cursor=nonsense")).Status);
    }

    [RedisFact]
    public async Task Mine_OneRose_ShowsBothEndsTheOtherAndTheWords()
    {
        using var an = await host.Person("木棉");
        using var bai = await host.Person("荷花");
        var words = "那天下大雨，谢谢你等我。";
        var rose = await bai.Takes(await an.Gives(words));
        var held = (await bai.Get("/mine")).Text;
        Assert.Contains("木棉", held, StringComparison.Ordinal);
        Assert.Contains(words, held, StringComparison.Ordinal);
        Assert.Contains("前可以接着传", held, StringComparison.Ordinal);
        var sent = await an.Get("/mine?box=sent");
        Assert.Contains("荷花", sent.Text, StringComparison.Ordinal);
        Assert.Contains("被收下了", sent.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/r/{rose}\"", sent.Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Mine_AnonymousRose_HidesTheGiver()
    {
        using var an = await host.Person("睡莲");
        using var bai = await host.Person();
        await bai.Takes(await an.Gives(anonymous: true));
        var seen = (await bai.Get("/mine?box=received")).Text;
        Assert.DoesNotContain("睡莲", seen, StringComparison.Ordinal);
        Assert.Contains("一位市民", seen, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Mine_PassedOn_EachShelfTellsItsOwnPassing()
    {
        using var an = await host.Person("桂花");
        using var bai = await host.Person("杜鹃");
        using var cai = await host.Person("玫瑰");
        var rose = await bai.Takes(await an.Gives("第一句话说给你听。"));
        var offer = await bai.Passes(rose, "第二句话说给你听。");
        Assert.Contains("在传给下一个人", (await bai.Get("/mine")).Text, StringComparison.Ordinal);
        await cai.Takes(offer);
        var received = (await bai.Get("/mine?box=received")).Text;
        Assert.Contains("桂花", received, StringComparison.Ordinal);
        Assert.Contains("第一句话", received, StringComparison.Ordinal);
        Assert.Contains("传下去了", received, StringComparison.Ordinal);
        Assert.DoesNotContain("第二句话", received, StringComparison.Ordinal);
        var sent = (await bai.Get("/mine?box=sent")).Text;
        Assert.Contains("玫瑰", sent, StringComparison.Ordinal);
        Assert.Contains("第二句话", sent, StringComparison.Ordinal);
        var first = (await an.Get("/mine?box=sent")).Text;
        Assert.Contains("杜鹃", first, StringComparison.Ordinal);
        Assert.DoesNotContain("第二句话", first, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Mine_LongChain_EachFindsTheirOwnWords()
    {
        var people = new List<Visitor>();
        var rose = default(RoseId);
        for (var i = 0; i < 8; i++)
        {
            people.Add(await host.Person());
            rose = i == 0 ? rose : await people[i].Takes(i == 1 ? await people[0].Gives("第 0 个人的话。") : await people[i - 1].Passes(rose, $"第 {i - 1} 个人的话。"));
        }

        for (var i = 0; i < 8; i++)
        {
            var (sent, received) = ((await people[i].Get("/mine?box=sent")).Text, (await people[i].Get("/mine?box=received")).Text);
            Assert.Equal(i < 7, sent.Contains($"第 {i} 个人的话。", StringComparison.Ordinal));
            Assert.Equal(i > 0, received.Contains($"第 {i - 1} 个人的话。", StringComparison.Ordinal));
            people[i].Dispose();
        }
    }

    [RedisFact]
    public async Task Mine_AddressedToMe_WaitsSealedOnTop()
    {
        using var an = await host.Person("木棉");
        using var bai = await host.Person("荷花");
        var sent = await an.Gives("只有拆开才看得到。", bai.Id);
        var seen = await bai.Get("/mine");
        Assert.Contains("有 1 封信等你拆", seen.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/r/{sent.Rose}\"", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("只有拆开", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("荷花", (await an.Get("/mine?box=sent")).Text, StringComparison.Ordinal); // nothing passed between the two yet
    }

    [RedisFact]
    public async Task Mine_TwoThousand_PagesStaySmallAndLoseNone()
    {
        using var organiser = await host.Person();
        using var bai = await host.Person();
        await host.Calls.Participant(organiser.Id, me => me.Grant(host.Command(), organiser.Id, 2_000, "test"));
        var reason = host.Reference.Reasons[0];
        for (var i = 0; i < 4; i++)
        {
            var bouquet = await host.Calls.Participant(organiser.Id, me => me.SendBouquet(host.Command(), new(500, 1, Split.Equal, new(reason.Id, reason.Presets[i].Id, null))));
            var command = host.Command();
            var won = await Eventually.AnswersAsync(() => host.Calls.Bouquet(bouquet.Bouquet, grain => grain.Claim(command, new(bai.Id, bouquet.Secret))));
            Assert.Equal(500, won.Roses.Count);
        }

        var seen = new HashSet<string>();
        var pages = 0;
        for (var next = "/mine?box=received"; next.Length > 0; pages++)
        {
            var page = await bai.Get(next);
            Assert.InRange(page.Html.Length, 1, 250_000);
            Assert.Contains("2,000", page.Text, StringComparison.Ordinal);
            seen.UnionWith(Regex.Matches(page.Html, "href=\"/r/([^\"/]{22})\"").Select(match => match.Groups[1].Value));
            next = WebUtility.HtmlDecode(Regex.Match(page.Html, "href=\"(/mine\\?box=received&amp;cursor=[^\"]+)\"").Groups[1].Value);
        }

        Assert.Equal((2_000, 100), (seen.Count, pages));
    }
}
