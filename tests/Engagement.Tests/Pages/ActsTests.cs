using System.Net;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Engagement.Tests.Pages;

/// <summary>Civic acts as couriers, whoever they helped, and reviewers see them.</summary>
[Collection(PageTestCollection.Name)]
public sealed class ActsTests(PagesHost host)
{
    [RedisFact]
    public async Task Courier_NotEnrolled_IsShownTheWay()
    {
        using var citizen = await host.Person();
        var seen = await citizen.Get("/courier");
        Assert.Equal(HttpStatusCode.Conflict, seen.Status);
        Assert.Contains("/courier/enrol", seen.Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Log_OneTap_IsLoggedWithNothingButItsKind()
    {
        using var rider = await Rider();
        var home = await rider.Get("/courier");
        Assert.Contains("推车过斑马线", home.Text, StringComparison.Ordinal);
        Assert.Contains("geolocation=(self)", (await rider.Answer("/courier")).Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        var logged = await rider.Send("/courier", "/courier/acts", [("kind", "push-at-crossing")]);
        Assert.Equal(HttpStatusCode.SeeOther, logged.Status);
        var act = await rider.Get(logged.Location!);
        Assert.Contains("记下了", act.Text, StringComparison.Ordinal);
        Assert.Contains("等核实", act.Text, StringComparison.Ordinal);
        using var other = await Rider();
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(logged.Location!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(logged.Location!.Replace("?fresh=true", "", StringComparison.Ordinal))).Status);
    }

    [RedisFact]
    public async Task Log_FourthOfAKind_SaysThatItIsEnough()
    {
        using var rider = await Rider();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await rider.Send("/courier", "/courier/acts", [("kind", "helmet")])).Status);
        }

        var fourth = await rider.Send("/courier", "/courier/acts", [("kind", "helmet")]);
        Assert.Equal(HttpStatusCode.Conflict, fourth.Status);
        Assert.Contains("这一种今天记满了", fourth.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"helmet\" disabled", fourth.Html);
        Assert.Equal(HttpStatusCode.BadRequest, (await rider.Send("/courier", "/courier/acts", [("kind", "pushed-in")])).Status); // no such act: not good, not bad
    }

    [RedisFact]
    public async Task Api_DraftSentTwiceAndFromTwoTabs_IsOneAct()
    {
        using var rider = await Rider();
        var token = Token(await rider.Get("/courier"));
        var command = host.Command().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rider.Draft(token, command, "rescue")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers.Select(answer => answer.Body.GetProperty("actId").GetString()).Distinct());
        var foreign = await rider.Draft("forged", command, "rescue");
        Assert.Equal((HttpStatusCode.BadRequest, "RequestVerificationToken"), (foreign.Status, foreign.Body.GetProperty("field").GetString()));
        var unknown = await rider.Draft(token, host.Command().ToString(), "ran-a-red-light");
        Assert.Equal((HttpStatusCode.BadRequest, "kind"), (unknown.Status, unknown.Body.GetProperty("field").GetString()));
        var old = await rider.Draft(token, CommandId.New(DateTimeOffset.UtcNow.AddDays(-4)).ToString(), "rescue");
        Assert.Equal((HttpStatusCode.Conflict, "TooOld"), (old.Status, old.Body.GetProperty("outcome").GetString()));
    }

    [RedisFact]
    public async Task Confirm_ByWhoeverWasHelped_IsAsked_AndAGetConfirmsNothing()
    {
        using var rider = await Rider();
        using var helped = await host.Person();
        var act = await Log(rider, "help-person");
        var link = $"/a/{act}?k={host.Services.GetRequiredService<CellKeys>().LinkSecret(act.Value, 1)}";
        Assert.Contains("搭把手", (await helped.Get(link)).Text, StringComparison.Ordinal);
        Assert.False((await Read(act)).Confirmed);
        Assert.Contains("这是你自己的码", (await rider.Get(link)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await helped.Get($"/a/{act}?k=AAAAAAAAAAAAAAAAAAAAAQ")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await helped.Send(link, $"/a/{act}", [])).Status);
        Assert.Equal((true, EvidenceLevel.E1), ((await Read(act)).Confirmed, (await Read(act)).Level));
        Assert.Contains("已经确认", (await helped.Get(link)).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Review_NextAcceptUndoReject_CourierReadsTheReasonAndAppeals()
    {
        using var rider = await Rider();
        using var reviewer = await Reviewer();
        using var second = await Reviewer();
        var act = await Log(rider, "return-lost", ("note", "手机还给失主了"));
        var way = $"/console/acts/{act}";
        await Claim(reviewer, act);
        Assert.Contains("手机还给失主了", (await reviewer.Get(way)).Text, StringComparison.Ordinal);
        Assert.Contains("别的审核员正在看", (await second.Get(way)).Text, StringComparison.Ordinal);
        await Send(reviewer, way, $"{way}/decide", [], "value=\"Accept\"");
        Assert.Equal((ActReview.Accepted, EvidenceLevel.E2), ((await Read(act)).Review, (await Read(act)).Level));
        await Send(reviewer, way, $"{way}/undo", []);
        Assert.Equal(ActReview.Waiting, (await Read(act)).Review);
        var without = await reviewer.Send(way, $"{way}/decide", [], "value=\"Reject\"");
        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Contains("请选一个原因", without.Text, StringComparison.Ordinal);
        await Send(reviewer, way, $"{way}/decide", [("reason", "NotSeen"), ("note", "照片太暗")], "value=\"Reject\"");
        var told = await rider.Get($"/courier/acts/{act}");
        Assert.Contains("看不出发生了什么", told.Text, StringComparison.Ordinal);
        Assert.Contains("照片太暗", told.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await rider.Send($"/courier/acts/{act}", $"/courier/acts/{act}/appeal", [("note", "请再看看")])).Status);
        Assert.Equal(ActReview.Appealed, (await Read(act)).Review);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.Send(way, $"{way}/claim", [])).Status);
        await Claim(second, act);
        await Send(second, way, $"{way}/decide", [], "value=\"Accept\"");
        Assert.Equal(ActReview.Accepted, (await Read(act)).Review);
    }

    [RedisFact]
    public async Task Review_TwoReviewersAskAtOnce_GetDifferentActs()
    {
        using var rider = await Rider();
        using var an = await Reviewer();
        using var bai = await Reviewer();
        await Log(rider, "volunteer");
        await Log(rider, "charity");
        var next = await Task.WhenAll(new[] { an, bai }.Select(by => by.Send("/console/acts", "/console/acts/next", [])));
        Assert.All(next, seen => Assert.Equal(HttpStatusCode.SeeOther, seen.Status));
        Assert.NotEqual(next[0].Location, next[1].Location);
    }

    [RedisFact]
    public async Task Review_SamePhotoTwice_StandsBesideIt()
    {
        using var rider = await Rider();
        using var reviewer = await Reviewer();
        var token = Token(await rider.Get("/courier"));
        var one = (await rider.Draft(token, host.Command().ToString(), "clear-hazard", Picture())).Body.GetProperty("actId").GetString();
        var two = (await rider.Draft(token, host.Command().ToString(), "quiet-entry", Picture())).Body.GetProperty("actId").GetString();
        var page = await reviewer.Get($"/console/acts/{two}");
        Assert.Contains("同一张照片", page.Text, StringComparison.Ordinal);
        var shown = Regex.Match(page.Html, "src=\"(/photos/[^\"]+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await reviewer.Get(shown)).Status);
        using var stranger = await host.Person();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(shown)).Status);
        Assert.NotNull(one);
    }

    [RedisFact]
    public async Task Api_NoPhotoInIt_NamesTheFieldAndLogsNothing()
    {
        using var rider = await Rider();
        var refused = await rider.Draft(Token(await rider.Get("/courier")), host.Command().ToString(), "helmet", "<html>"u8.ToArray());
        Assert.Equal((HttpStatusCode.BadRequest, "photo"), (refused.Status, refused.Body.GetProperty("field").GetString()));
        Assert.Contains("还没有记过", (await rider.Get("/courier/acts")).Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> Rider()
    {
        var rider = await host.Person();
        Assert.Equal(Outcome.Done, (await host.Calls.Courier(rider.Id, me => me.EnterPool(host.Command()))).Outcome);
        return rider;
    }

    private async Task<Visitor> Reviewer()
    {
        var reviewer = await host.Person("审核员");
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(reviewer.Id, me => me.Appoint(host.Command(), reviewer.Id, new(Role.Reviewer), true, "test"))).Outcome);
        return reviewer;
    }

    private static async Task<CivicActId> Log(Visitor rider, string kind, params (string, string)[] more)
    {
        var logged = await rider.Send("/courier", "/courier/acts", [("kind", kind), .. more]);
        Assert.True(CivicActId.TryParse(Regex.Match(logged.Location ?? "", "/courier/acts/([^?]+)").Groups[1].Value, out var act), logged.Text);
        return act;
    }

    private static async Task Claim(Visitor reviewer, CivicActId act) => await Send(reviewer, $"/console/acts/{act}", $"/console/acts/{act}/claim", []);

    private static async Task Send(Visitor by, string page, string action, (string, string)[] fields, string containing = "")
    {
        var seen = await by.Send(page, action, fields, containing);
        Assert.True(seen.Status == HttpStatusCode.SeeOther, seen.Text);
    }

    private async Task<CivicActState> Read(CivicActId act) => (await host.Services.GetRequiredService<ActReader>().Read(act))!;

    internal static string Token(Seen page) => WebUtility.HtmlDecode(Regex.Match(page.Html, "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value);

    internal static byte[] Picture()
    {
        using var bitmap = new SKBitmap(400, 300);
        bitmap.Erase(new SKColor(120, 30, 40));
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }
}
