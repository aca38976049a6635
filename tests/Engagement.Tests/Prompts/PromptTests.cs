using System.Net;
using Engagement.Contracts;
using Engagement.Tests.Pages;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Prompts;

/// <summary>When a person is asked for notices: in WeChat, after something good, and until they answered once.</summary>
[Collection(PageTestCollection.Name)]
public sealed class PromptTests(PagesHost host)
{
    private const string Asked = "data-ask=\"tmpl-rose-moves\"";

    [RedisFact]
    public async Task OpenedRose_FirstTime_AsksUntilNotNowIsRemembered()
    {
        using var an = await host.Person();
        using var bai = (await host.Person()).InWeChat();
        var sent = await an.Gives();
        Assert.DoesNotContain(Asked, (await bai.Get($"/r/{sent.Rose}?k={sent.Secret}")).Html, StringComparison.Ordinal); // nothing opened yet
        var page = "/r/" + await bai.Takes(sent);
        Assert.Contains(Asked, (await bai.Get(page + "?opened=true")).Html, StringComparison.Ordinal);
        Assert.Contains(Asked, (await bai.Get(page)).Html, StringComparison.Ordinal); // reloaded, not answered
        var answered = await bai.Send(page, "/prompt", []);
        Assert.Equal((HttpStatusCode.SeeOther, page), (answered.Status, answered.Location));
        Assert.DoesNotContain(Asked, (await bai.Get(page)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, (await bai.Get("/r/" + await bai.Takes(await an.Gives()))).Html, StringComparison.Ordinal); // never again
    }

    [RedisFact]
    public async Task OpenedRose_Second_DoesNotAskWhoeverTookNoNotice()
    {
        using var an = await host.Person();
        using var bai = (await host.Person()).InWeChat();
        var (first, second) = ("/r/" + await bai.Takes(await an.Gives()), "/r/" + await bai.Takes(await an.Gives()));
        Assert.Contains(Asked, (await bai.Get(first)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, (await bai.Get(second)).Html, StringComparison.Ordinal);
        Assert.Contains(Asked, (await bai.Get(first)).Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task ReturnedRose_FirstTime_AsksItsGiver()
    {
        using var an = (await host.Person()).InWeChat();
        var sent = await an.Gives();
        Assert.DoesNotContain(Asked, (await an.Get("/r/" + sent.Rose)).Html, StringComparison.Ordinal); // still on its way
        host.Clock.Ahead += TimeSpan.FromHours(25);
        Assert.Contains(Asked, (await an.Get("/r/" + sent.Rose)).Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Prompt_OutsideWeChat_IsNotShownAndFramesStayForbidden()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        var page = "/r/" + await bai.Takes(await an.Gives());
        Assert.DoesNotContain("data-ask", (await bai.Get(page)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", await Policy(bai, page), StringComparison.Ordinal);
        Assert.Contains("frame-src https://res.wx.qq.com webcompt:", await Policy(bai.InWeChat(), page), StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", await Policy(bai, "/"), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Answer_OfWeChatsButton_IsKeptOnceAndMovesNothingElse()
    {
        using var an = await host.Person();
        using var bai = (await host.Person()).InWeChat();
        var page = "/r/" + await bai.Takes(await an.Gives());
        const string accepted = """{"tmpl-rose-moves":"{\"status\":\"accept\"}"}""";
        var command = host.Command().ToString();
        Assert.Equal(HttpStatusCode.SeeOther, (await bai.Send(page, "/prompt", [("details", accepted), ("command", command)])).Status);
        Assert.True((await host.Calls.Participant(bai.Id, me => me.Self())).Profile!.Asked);
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(bai.Id, me => me.Choose(Id(command), new(Asked: true)))).Outcome); // a retry is the same answer
    }

    [RedisTheory]
    [InlineData("details", "{\"t\":\"accept\"}"), InlineData("command", "none"), InlineData("details", "<script>")]
    public async Task Answer_Malformed_ChangesNothing(string field, string value)
    {
        using var an = await host.Person();
        using var bai = (await host.Person()).InWeChat();
        var page = "/r/" + await bai.Takes(await an.Gives());
        Assert.Equal(HttpStatusCode.BadRequest, (await bai.Send(page, "/prompt", [(field, value)])).Status);
        Assert.False((await host.Calls.Participant(bai.Id, me => me.Self())).Profile!.Asked);
    }

    [RedisFact]
    public async Task Answer_WithoutTokenOrSession_IsRefused()
    {
        using var bai = await host.Person();
        using var guest = host.Guest();
        Assert.Equal(HttpStatusCode.BadRequest, (await bai.Post("/prompt", ("command", host.Command().ToString()))).Status);
        Assert.False((await host.Calls.Participant(bai.Id, me => me.Self())).Profile!.Asked);
        var answer = await guest.Post("/prompt", ("command", host.Command().ToString()));
        Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.BadRequest);
    }

    [RedisFact]
    public async Task Close_ForgetsThatItWasAsked()
    {
        using var me = await host.Person();
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(me.Id, self => self.Choose(host.Command(), new(Asked: true)))).Outcome);
        Assert.True((await host.Calls.Participant(me.Id, self => self.Self())).Profile!.Asked);
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(me.Id, self => self.Close(host.Command()))).Outcome);
        Assert.Null((await host.Calls.Participant(me.Id, self => self.Self())).Profile);
    }

    private static CommandId Id(string command) => CommandId.TryParse(command, out var id) ? id : throw new ArgumentException(command);

    private static async Task<string> Policy(Visitor visitor, string path)
    {
        using var answer = await visitor.Answer(path);
        return Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }
}
