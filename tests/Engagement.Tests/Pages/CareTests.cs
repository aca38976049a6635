using System.Net;
using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

/// <summary>Blocking, reporting, and what operators do about it.</summary>
[Collection(PageTestCollection.Name)]
public sealed class CareTests(PagesHost host)
{
    [RedisFact]
    public async Task Block_GiverOfMyRose_IsListedByNameAndCanBeUndone()
    {
        using var an = await host.Person("木棉");
        using var bai = await host.Person();
        var rose = await bai.Takes(await an.Gives());
        var blocked = await bai.Send($"/r/{rose}", $"/r/{rose}/block", []);
        Assert.Contains("已经屏蔽", blocked.Text, StringComparison.Ordinal);
        Assert.Contains("木棉", (await bai.Get("/settings/blocks")).Text, StringComparison.Ordinal);
        await bai.Send("/settings/blocks", "/settings/blocks", []);
        Assert.Empty((await host.Calls.Participant(bai.Id, me => me.Self())).Profile!.Blocked);
    }

    [RedisFact]
    public async Task Block_AnonymousGiver_KeepsTheirNameHidden()
    {
        using var an = await host.Person("睡莲");
        using var bai = await host.Person();
        var rose = await bai.Takes(await an.Gives(anonymous: true));
        await bai.Send($"/r/{rose}", $"/r/{rose}/block", []);
        Assert.Equal(an.Id, Assert.Single((await host.Calls.Participant(bai.Id, me => me.Self())).Profile!.Blocked));
        var list = (await bai.Get("/settings/blocks")).Text;
        Assert.DoesNotContain("睡莲", list, StringComparison.Ordinal);
        Assert.Contains("一位市民", list, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task BlockAndReport_RoseThatIsNotMine_FindNothing()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        using var cai = await host.Person();
        var mine = await cai.Takes(await an.Gives());
        var rose = await bai.Takes(await an.Gives());
        Assert.Equal(HttpStatusCode.NotFound, (await Elsewhere(cai, mine, rose, "block")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Elsewhere(cai, mine, rose, "report")).Status);
    }

    [RedisFact]
    public async Task Report_ReachesTheQueue_AndTheVoidEndsIt()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        using var op = await host.Operator();
        var rose = await bai.Takes(await an.Gives("这一句要被举报的话。"));
        var reported = await bai.Send($"/r/{rose}", $"/r/{rose}/report", [("reason", "advert"), ("note", "卖东西的")]);
        Assert.Contains("收到了", reported.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("这一句要被举报", (await bai.Get("/mine")).Text, StringComparison.Ordinal);
        var queue = (await op.Get("/console/letters")).Text;
        Assert.Contains("这一句要被举报的话。", queue, StringComparison.Ordinal);
        Assert.Contains("是广告：卖东西的", queue, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await op.Send("/console/letters", "/console/reports", [("verdict", "refuse"), ("reason", " ")], rose.ToString())).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await op.Send("/console/letters", "/console/reports", [("verdict", "refuse"), ("reason", "广告")], rose.ToString())).Status);
        Assert.DoesNotContain(rose.ToString(), (await op.Get("/console/letters")).Html, StringComparison.Ordinal);
        Assert.Contains("撤下了", (await an.Get("/mine?box=sent")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Report_ThatIsUnfounded_LeavesTheQueueUntilSomebodyElseReports()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        using var cai = await host.Person();
        using var op = await host.Operator();
        var rose = await bai.Takes(await an.Gives());
        await bai.Send($"/r/{rose}", $"/r/{rose}/report", [("reason", "rude"), ("note", "")]);
        await op.Send("/console/letters", "/console/reports", [("verdict", "pass"), ("reason", "")], rose.ToString());
        Assert.DoesNotContain(rose.ToString(), (await op.Get("/console/letters")).Html, StringComparison.Ordinal);
        await cai.Takes(await bai.Passes(rose));
        await cai.Send($"/r/{rose}", $"/r/{rose}/report", [("reason", "other"), ("note", "")]);
        Assert.Contains("1 个人举报", (await op.Get("/console/letters")).Text, StringComparison.Ordinal);
        await op.Send("/console/letters", "/console/reports", [("verdict", "pass"), ("reason", "")], rose.ToString());
    }

    [RedisFact]
    public async Task Reason_WithHiddenCharacters_IsRefusedOnEveryForm()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        using var op = await host.Operator();
        var rose = await bai.Takes(await an.Gives());
        Assert.Equal(HttpStatusCode.BadRequest, (await bai.Send($"/r/{rose}", $"/r/{rose}/report", [("reason", "other"), ("note", "a\u0007b")])).Status);
        Assert.DoesNotContain(rose.ToString(), (await op.Get("/console/letters")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bai.Send($"/r/{rose}", $"/r/{rose}/report", [("reason", "other"), ("note", "第一行\r\n第二行")])).Status);
        foreach (var verdict in new[] { "refuse", "pass" })
        {
            var decided = await op.Send("/console/letters", "/console/reports", [("verdict", verdict), ("reason", "a\u202eb")], rose.ToString());
            Assert.Equal(HttpStatusCode.BadRequest, decided.Status);
        }

        var grant = await op.Send("/console/budgets", "/console/budgets", [("owner", an.Id.ToString()), ("roses", "30"), ("reason", "a\u0007b")]);
        Assert.Equal(HttpStatusCode.BadRequest, grant.Status);
        Assert.Equal(0, (await host.Calls.Participant(an.Id, me => me.Self())).Budget);
        await op.Send("/console/letters", "/console/reports", [("verdict", "pass"), ("reason", "")], rose.ToString());
    }

    [RedisFact]
    public async Task Console_AnybodyElse_IsRefused()
    {
        using var me = await host.Person();
        foreach (var page in new[] { "/console", "/console/letters", "/console/budgets" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await me.Get(page)).Status);
        }
    }

    [RedisFact]
    public async Task HeldTextAndName_ArePassedOrRefused_AndTheQueueEnds()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        using var op = await host.Operator();
        var rose = await bai.Takes(await an.Gives(Doubtful));
        Assert.DoesNotContain(Doubtful, (await bai.Get("/mine")).Text, StringComparison.Ordinal);
        Assert.Contains("在审读", (await an.Get("/mine?box=sent")).Text, StringComparison.Ordinal);
        var named = await an.Send("/settings/name", "/settings/name", [("name", DoubtfulName)], "id=\"name\"");
        Assert.Equal(HttpStatusCode.SeeOther, named.Status);
        Assert.Contains("这个名字在审读", (await an.Get("/settings/name")).Text, StringComparison.Ordinal);
        var queue = (await op.Get("/console/letters")).Text;
        Assert.Contains(Doubtful, queue, StringComparison.Ordinal);
        Assert.Contains(DoubtfulName, queue, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await op.Send("/console/letters", "/console/letters", [("verdict", "pass")], rose.ToString())).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await op.Send("/console/letters", "/console/names", [("verdict", "refuse")], an.Id.ToString())).Status);
        Assert.Contains(Doubtful, (await bai.Get("/mine")).Text, StringComparison.Ordinal);
        Assert.Null((await host.Calls.Participant(an.Id, me => me.Self())).Profile!.Name);
        var left = await op.Get("/console/letters");
        Assert.DoesNotContain(rose.ToString(), left.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(an.Id.ToString(), left.Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Budgets_Grant_IsListedAndCanBeSpent()
    {
        using var an = await host.Person("木棉");
        using var op = await host.Operator();
        var wrong = await op.Send("/console/budgets", "/console/budgets", [("owner", "nobody"), ("roses", "30"), ("reason", "重阳节")]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("没有这个编号的人", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"重阳节\"", wrong.Html, StringComparison.Ordinal);
        var unknown = await op.Send("/console/budgets", "/console/budgets", [("owner", new ParticipantId(OpaqueId.Random()).ToString()), ("roses", "30"), ("reason", "重阳节")]);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await op.Send("/console/budgets", "/console/budgets", [("owner", an.Id.ToString()), ("roses", "30"), ("reason", "重阳节")])).Status);
        Assert.Equal(30, (await host.Calls.Participant(an.Id, me => me.Self())).Budget);
        var list = (await op.Get("/console/budgets")).Text;
        Assert.Contains("木棉", list, StringComparison.Ordinal);
        Assert.Contains("重阳节", list, StringComparison.Ordinal);
    }

    // The word list holds these: a person has to read them.
    private const string Doubtful = "谢谢你劝我别去赌博。";
    private const string DoubtfulName = "闭嘴";

    // A form of my own rose, pointed at somebody else's.
    private static async Task<Seen> Elsewhere(Visitor visitor, RoseId mine, RoseId other, string act)
    {
        var page = await visitor.Get($"/r/{mine}");
        var token = System.Text.RegularExpressions.Regex.Match(page.Html, "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        return await visitor.Post($"/r/{other}/{act}", ("__token", token), ("command", Guid.CreateVersion7().ToString("D")), ("reason", "rude"));
    }
}
