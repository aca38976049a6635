using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Pages;

/// <summary>A morning at an activity: board, volunteers, leader, settlement. No script, no location.</summary>
[Collection(PageTestCollection.Name)]
public sealed class AttendancePagesTests(PagesHost host)
{
    [RedisFact]
    public async Task Volunteer_ScansTheBoardAndTaps_IsCheckedInAndTwiceIsNoError()
    {
        await using var morning = await Morning.Of(host);
        using var an = await morning.Volunteer("小满");
        var way = $"/activities/{morning.Id}";
        var scanned = await an.Get(await morning.Board("In"));
        Assert.Equal((HttpStatusCode.SeeOther, way + "/here"), (scanned.Status, scanned.Location));
        Assert.Contains("你扫的是", (await an.Get(way + "/here")).Text, StringComparison.Ordinal);
        var done = await an.Send(way + "/here", way + "/here", []);
        Assert.Equal(way + "/here?said=CheckedIn", done.Location);
        var shown = await an.Get(done.Location!);
        Assert.Contains("签到成功", shown.Text, StringComparison.Ordinal);
        Assert.Contains("扫现场码", shown.Text, StringComparison.Ordinal);
        Assert.Equal(way + "/here?said=AlreadyIn", (await an.Post(way + "/here", ("__token", Token(shown)), ("shift", "1"), ("side", "In"), ("code", morning.Digits!))).Location);
        Assert.Contains("已签到 1/1", (await morning.Organiser.Get($"{way}/board/code?shift=1&side=In")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Volunteer_TypesDigits_WrongOnesSayWhatToDo()
    {
        await using var morning = await Morning.Of(host);
        using var an = await morning.Volunteer("小满");
        var way = $"/activities/{morning.Id}/here";
        await morning.Board("In");
        var wrong = await an.Send(way, way, [("code", morning.Digits == "000000" ? "000001" : "000000")]);
        Assert.Equal(HttpStatusCode.NotFound, wrong.Status);
        Assert.Contains("码不对", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await an.Post(way, ("__token", Token(wrong)), ("shift", "1"), ("side", "In"))).Status); // neither code nor scan
        Assert.Equal(way + "?said=CheckedIn", (await an.Send(way, way, [("code", $"{morning.Digits![..3]} {morning.Digits[3..]}")])).Location);
        host.Clock.Ahead += TimeSpan.FromSeconds(46);
        Assert.Equal(way + "?said=CodeOver", (await an.Get(morning.Link!)).Location);
        host.Clock.Ahead -= TimeSpan.FromSeconds(46);
    }

    [RedisFact]
    public async Task Stranger_AtTheBoard_SignsUpOnTheSpot()
    {
        await using var morning = await Morning.Of(host);
        using var bai = await host.Person("路过的人");
        var way = $"/activities/{morning.Id}/here";
        Assert.Contains("你没有报名这个活动", (await bai.Get(way)).Text, StringComparison.Ordinal);
        await bai.Get(await morning.Board("In"));
        Assert.Contains("现场报名", (await bai.Get(way)).Text, StringComparison.Ordinal);
        Assert.Equal(way + "?said=CheckedIn", (await bai.Send(way, way, [])).Location);
        Assert.Contains("现场报名", (await morning.Organiser.Get($"/activities/{morning.Id}/lead")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Leader_ScansAVolunteersCode_AndTicksAnotherOff()
    {
        await using var morning = await Morning.Of(host);
        using var an = await morning.Volunteer("小满");
        using var bai = await morning.Volunteer("木棉");
        var lead = $"/activities/{morning.Id}/lead";
        Assert.Equal(HttpStatusCode.NotFound, (await an.Get(lead)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await an.Get($"/activities/{morning.Id}/board")).Status);
        var list = await morning.Organiser.Get(lead);
        Assert.Contains("已签到 0/2", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(an.Id.ToString(), list.Html, StringComparison.Ordinal); // the list calls people by handles

        var code = host.Services.GetRequiredService<Engagement.Grains.Activities.AttendanceCodes>();
        var own = code.Of(an.Id, code.WindowOf(host.Clock.UtcNow));
        Assert.Contains("志愿者码", (await bai.Get("/v?c=" + own)).Text, StringComparison.Ordinal); // worth nothing to anybody else
        var way = (await morning.Organiser.Get("/v?c=" + own)).Location!;
        Assert.StartsWith(lead + "/scan", way, StringComparison.Ordinal);
        Assert.Contains("小满", (await morning.Organiser.Get(way)).Text, StringComparison.Ordinal);
        Assert.Equal(lead + "?shift=1&said=CheckedIn", (await morning.Organiser.Send(way, lead + "/mark", [])).Location);
        Assert.Equal(lead + "?said=CodeWrong", (await morning.Organiser.Get($"{lead}/scan?c={new string('A', 32)}")).Location);

        Assert.Equal(lead + "?shift=1&said=CheckedIn", (await morning.Organiser.Send(lead, lead + "/mark", [], "给 木棉 登记签到")).Location);
        Assert.Contains("领队登记", (await bai.Get($"/activities/{morning.Id}/here")).Text, StringComparison.Ordinal);
        Assert.Contains("领队扫码", (await an.Get($"/activities/{morning.Id}/here")).Text, StringComparison.Ordinal);
        Assert.Contains("木棉", (await morning.Organiser.Get(lead + "?shift=1&q=木")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("小满", (await morning.Organiser.Get(lead + "?shift=1&q=木")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task OfflineList_SentTwice_TakesEachOnce()
    {
        await using var morning = await Morning.Of(host);
        using var an = await morning.Volunteer("小满");
        var list = await morning.Organiser.Get($"/activities/{morning.Id}/lead");
        var handle = Regex.Match(list.Html, "name=\"who\" value=\"([^\"]+)\"").Groups[1].Value;
        var now = host.Clock.UtcNow.ToUnixTimeMilliseconds();
        var body = new { sentAt = now, entries = new[] { new { who = handle, shift = 1, side = "In", at = now - 60_000, counter = 1 }, new { who = "nobody", shift = 1, side = "In", at = now, counter = 2 } } };
        var way = $"/api/v1/activities/{morning.Id}/attendance/offline";
        Assert.Equal(HttpStatusCode.NotFound, (await an.Api(way, Token(await an.Get($"/activities/{morning.Id}/here")), body)).Status);
        foreach (var word in new[] { "CheckedIn", "AlreadyIn" })
        {
            var (status, answer) = await morning.Organiser.Api(way, Token(list), body);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal([word, "NotSignedUp"], answer.GetProperty("answers").EnumerateArray().Select(one => one.GetProperty("word").GetString()));
        }

        Assert.Contains("离线名单", (await an.Get($"/activities/{morning.Id}/here")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await morning.Organiser.Api(way, Token(list), new { sentAt = now, entries = Array.Empty<object>() })).Status);
    }

    [RedisFact]
    public async Task Organiser_FixesWhoForgotAndSettles_AndNothingChangesAnyMore()
    {
        await using var morning = await Morning.Of(host);
        using var an = await morning.Volunteer("小满");
        var (here, way) = ($"/activities/{morning.Id}/here", $"/console/activities/{morning.Id}/attendance");
        await an.Get(await morning.Board("In"));
        await an.Send(here, here, []);
        await morning.Later(TimeSpan.FromHours(3.5));
        Assert.Equal(HttpStatusCode.Forbidden, (await an.Get(way)).Status);
        var page = await morning.Organiser.Get(way);
        Assert.Contains("没有签退", page.Text, StringComparison.Ordinal);
        var late = await morning.Organiser.Send(way, way + "/fix", [("at", "2031-01-01T10:00"), ("reason", "手机没电")]);
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("离开时间要在签到之后", late.Text, StringComparison.Ordinal);
        Assert.Equal(way, (await morning.Organiser.Send(way, way + "/fix", [("reason", "手机没电"), ("at", morning.Local(TimeSpan.FromHours(3)))])).Location);
        Assert.Contains("将有 1 人次", (await morning.Organiser.Get(way)).Text, StringComparison.Ordinal);
        Assert.Equal(way, (await morning.Organiser.Send(way, way + "/settle", [])).Location);
        Assert.Contains("已结算", (await morning.Organiser.Get(way)).Text, StringComparison.Ordinal);
        Assert.Contains("已结算", (await morning.Organiser.Get(way + "/progress")).Text, StringComparison.Ordinal);
        Assert.Contains("名单不能再改", (await morning.Organiser.Get($"/activities/{morning.Id}/lead")).Text, StringComparison.Ordinal);
        using var reviewer = await host.Person();
        await host.Calls.Participant(reviewer.Id, me => me.Appoint(host.Command(), reviewer.Id, new(Role.HoursReviewer), true, "test"));
        Assert.Equal(HttpStatusCode.OK, (await reviewer.Get(way)).Status);
        using var other = await host.Person();
        await host.Calls.Participant(other.Id, me => me.Appoint(host.Command(), other.Id, new(Role.Organiser, "another"), true, "test"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(way)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.Post(way + "/settle", ("__token", Token(await reviewer.Get(way))), ("command", host.Command().ToString()))).Status);
    }

    private static string Token(Seen page) => Regex.Match(page.Html, "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>An activity whose only shift of three hours begins now.</summary>
    private sealed class Morning(PagesHost host, ActivityId id, Visitor organiser, DateTimeOffset start) : IAsyncDisposable
    {
        private readonly TimeSpan _before = host.Clock.Ahead - TimeSpan.FromHours(2);

        public ActivityId Id => id;

        public Visitor Organiser => organiser;

        /// <summary>Digits of the board that was looked at last.</summary>
        public string? Digits { get; private set; }

        /// <summary>Address of its code.</summary>
        public string? Link { get; private set; }

        public static async Task<Morning> Of(PagesHost host)
        {
            var organisation = host.Reference.Organisations[0].Id;
            var (organiser, reviewer) = (await host.Person("领队"), await host.Person());
            await host.Calls.Participant(organiser.Id, me => me.Appoint(host.Command(), organiser.Id, new(Role.Organiser, organisation), true, "test"));
            await host.Calls.Participant(reviewer.Id, me => me.Appoint(host.Command(), reviewer.Id, new(Role.HoursReviewer), true, "test"));
            var (id, start) = (new ActivityId(Guid.NewGuid()), host.Clock.UtcNow.AddHours(2));
            var details = Activities.Drafts.Details with { District = host.Reference.Districts[0].Code, ServiceClass = host.Reference.ServiceClasses[0].Id };
            var draft = new ActivityDraft(details, [new(start.ToUnixTimeMilliseconds(), start.AddHours(3).ToUnixTimeMilliseconds(), 10)]);
            Assert.Equal(Outcome.Done, (await host.Calls.Activity(id, grain => grain.Write(host.Command(), organiser.Id, organisation, draft))).Outcome);
            Assert.Equal(Outcome.Done, (await host.Calls.Activity(id, grain => grain.Submit(host.Command(), organiser.Id))).Outcome);
            Assert.Equal(Outcome.Done, (await host.Calls.Activity(id, grain => grain.Decide(host.Command(), reviewer.Id, true, null))).Outcome);
            reviewer.Dispose();
            host.Clock.Ahead += TimeSpan.FromHours(2);
            return new(host, id, organiser, start);
        }

        /// <summary>Somebody who signed up in time.</summary>
        public async Task<Visitor> Volunteer(string name)
        {
            var person = await host.Person(name);
            host.Clock.Ahead -= TimeSpan.FromHours(1);
            var receipt = await host.Calls.Activity(id, grain => grain.SignUp(host.Command(), person.Id, 1));
            host.Clock.Ahead += TimeSpan.FromHours(1);
            Assert.Equal(SignUpState.Confirmed, receipt.State);
            return person;
        }

        /// <summary>The way that the board's code leads to now.</summary>
        public async Task<string> Board(string side)
        {
            var code = (await host.Calls.Activity(id, grain => grain.Board(organiser.Id, 1, Enum.Parse<AttendanceSide>(side))))!;
            Assert.Contains($"{code.Digits[..3]} {code.Digits[3..]}", (await organiser.Get($"/activities/{id}/board?shift=1&side={side}")).Text, StringComparison.Ordinal);
            Digits = code.Digits;
            return Link = $"/activities/{id}/scan/1/{side}?c={code.Text}";
        }

        /// <summary>So long after the start, as a form's field.</summary>
        public string Local(TimeSpan after) => start.Add(after).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

        public Task Later(TimeSpan time)
        {
            host.Clock.Ahead += time;
            return host.Services.GetRequiredService<IGrainFactory>().GetGrain<ISweeperGrain>(host.Services.GetRequiredService<Cell>().Campaign).Sweep();
        }

        public ValueTask DisposeAsync()
        {
            host.Clock.Ahead = _before;
            organiser.Dispose();
            return default;
        }
    }
}
