using System.Net;
using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

/// <summary>An order from a citizen's phone to an organisation's desk and back.</summary>
[Collection(PageTestCollection.Name)]
public sealed class NeedPagesTests(PagesHost host)
{
    [RedisFact]
    public async Task Need_OrderedDispatchedServedAndRated_ShowsEachOnlyWhatIsTheirs()
    {
        using var an = await host.Person();
        using var centre = await Staff(Role.HoursReviewer, "440703");
        using var unit = await Staff(Role.Organiser, "qilou-volunteers");
        using var stranger = await host.Person();
        var faulty = await an.Send("/needs", "/needs", [("title", "陪外婆"), ("district", "440703"), ("text", ""), ("contact", "13800138000")]);
        Assert.Equal(HttpStatusCode.BadRequest, faulty.Status);
        Assert.Contains("陪外婆", faulty.Html, StringComparison.Ordinal);
        var ordered = await an.Send("/needs", "/needs", [("title", "陪外婆去医院"), ("district", "440703"), ("text", "周三上午，从东湖社区到区医院"), ("contact", "13800138000")]);
        var way = "/console" + ordered.Location;
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(ordered.Location!)).Status);
        Assert.Contains("陪外婆去医院", (await centre.Get("/console/needs")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.Get(way)).Status);
        await centre.Send(way, way + "/decide", [], "value=\"true\"");
        await centre.Send(way, way + "/dispatch", [("organisation", "qilou-volunteers")]);
        Assert.DoesNotContain("13800138000", (await unit.Get(way)).Text, StringComparison.Ordinal); // not before it is taken
        await unit.Send(way, way + "/answer", [("accept", "true")]);
        var taken = await unit.Get(way);
        Assert.Contains("13800138000", taken.Text, StringComparison.Ordinal);
        Assert.Contains("陪外婆去医院", (await unit.Get("/console/activities/new?organisation=qilou-volunteers&need=" + ordered.Location!["/needs/".Length..])).Html, StringComparison.Ordinal);
        await unit.Send(way, way + "/serve", []);
        await an.Send(ordered.Location!, ordered.Location + "/rate", [("stars", "5")]);
        Assert.Contains("很满意", (await unit.Get(way)).Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> Staff(Role role, string scope)
    {
        var person = await host.Person();
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(person.Id, me => me.Appoint(host.Command(), person.Id, new(role, scope), true, "test"))).Outcome);
        return person;
    }
}
