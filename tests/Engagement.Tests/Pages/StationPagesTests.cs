using System.Net;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

/// <summary>A station from the console to the poster on its wall.</summary>
[Collection(PageTestCollection.Name)]
public sealed class StationPagesTests(PagesHost host)
{
    [RedisFact]
    public async Task Station_OpenedSuppliedAndManned_HandsOutOneRoseThatShowsWhereItCameFrom()
    {
        using var staff = await host.Operator();
        var station = await Opened(staff, "东湖骑手驿站");
        using var an = await host.Person();
        Assert.Contains("没有人值守", (await an.Get($"/stations/{station}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await an.Get($"/stations/{station}/desk")).Status);
        var code = await Manned(staff, station);
        var scan = await an.Get($"/stations/{station}/scan?c={code.Replace(" ", "").ToLowerInvariant()}");
        Assert.Equal($"/stations/{station}/take", scan.Location);
        var taken = await an.Send($"/stations/{station}/take", $"/stations/{station}/take", []);
        Assert.StartsWith("/r/", taken.Location, StringComparison.Ordinal);
        var rose = await an.Get(taken.Location!);
        Assert.Contains("东湖骑手驿站", rose.Text, StringComparison.Ordinal);
        var again = await an.Send($"/stations/{station}/take", $"/stations/{station}/take", []);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("今天已经在驿站领过一枝了", again.Text, StringComparison.Ordinal);
        Assert.Contains("东湖骑手驿站", (await host.Guest().Get(Regex.Match(taken.Location!, "/r/[^?]+").Value + "/chain")).Text, StringComparison.Ordinal);
        Assert.Contains("还有 49 枝", (await staff.Get($"/stations/{station}/desk/code")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Scan_WrongOrOldCode_SaysWhatToDo()
    {
        using var staff = await host.Operator();
        var station = await Opened(staff, "码头岗亭");
        using var an = await host.Person();
        Assert.Contains("没有这个码", (await an.Get($"/stations/{station}/scan?c=22222222")).Text, StringComparison.Ordinal);
        Assert.Contains("过时了", (await an.Get($"/stations/{station}/take")).Text, StringComparison.Ordinal);
        var code = await Manned(staff, station);
        await staff.Send($"/stations/{station}/desk", $"/stations/{station}/desk/end", [("counted", "48")]);
        Assert.Contains("没有人值守，领不了花", (await an.Get($"/stations/{station}/scan?c={code}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await staff.Get($"/stations/{station}/desk/code")).Status);
        Assert.Contains("还有 48 枝", (await staff.Get($"/stations/{station}/desk")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Give_ReadyMadeWords_AppearOnThePageAndThePosterWithoutSignIn()
    {
        using var staff = await host.Operator();
        var station = await Opened(staff, "白沙执勤点");
        using var an = await host.Person("木棉");
        var reason = host.Reference.Reasons[0];
        var sent = await an.Send($"/stations/{station}/give", $"/stations/{station}/give", [("letter", $"{reason.Id}:{reason.Presets[1].Id}")]);
        Assert.Equal($"/stations/{station}#thanks", sent.Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await an.Send($"/stations/{station}/give", $"/stations/{station}/give", [("letter", "自己写的")])).Status);
        using var crew = host.Guest();
        var seen = await crew.Get($"/stations/{station}");
        Assert.Contains(reason.Presets[1].Zh, seen.Text, StringComparison.Ordinal);
        Assert.Contains("一位市民", seen.Text, StringComparison.Ordinal); // the name is not shown to everybody
        Assert.DoesNotContain("木棉", seen.Text, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", (await crew.Get($"/stations/{station}/poster.pdf")).Html, StringComparison.Ordinal);

        Assert.Equal(4, (await host.Calls.Participant(an.Id, me => me.Self())).Remaining);
    }

    [RedisFact]
    public async Task Leave_RoseInHand_WaitsForTheNextVisitorWhoStandsAtTheScreen()
    {
        using var staff = await host.Operator();
        var station = await Opened(staff, "常安驿站");
        var code = (await Manned(staff, station)).Replace(" ", "");
        using var an = await host.Person();
        await an.Get($"/stations/{station}/scan?c={code}");
        var rose = Regex.Match((await an.Send($"/stations/{station}/take", $"/stations/{station}/take", [])).Location!, "/r/[^?]+").Value;
        using var bai = await host.Person();
        await PassAsync(an, bai, rose);
        Assert.Contains("把这枝玫瑰留在驿站", (await bai.Get(rose)).Text, StringComparison.Ordinal);
        Assert.Contains("常安驿站", (await bai.Get(rose + "/leave")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await an.Get(rose + "/leave")).Status);
        Assert.Equal(rose, (await bai.Send(rose + "/leave", rose + "/leave", [("station", station)])).Location);
        Assert.Contains("在常安驿站等人", (await bai.Get(rose)).Text, StringComparison.Ordinal);
        Assert.Contains("1 枝别人留下的玫瑰", (await host.Guest().Get($"/stations/{station}")).Text, StringComparison.Ordinal);

        using var chen = await host.Person();
        code = Regex.Match((await staff.Get($"/stations/{station}/desk/code")).Html, "class=\"code\"[^>]*>([^<]+)<").Groups[1].Value.Replace(" ", "");
        await chen.Get($"/stations/{station}/scan?c={code}");
        Assert.Contains("走过 2 个人", (await chen.Get($"/stations/{station}/take")).Text, StringComparison.Ordinal);
        var taken = await chen.Send($"/stations/{station}/take", $"/stations/{station}/take", [("rose", rose["/r/".Length..])]);
        Assert.Equal(rose + "?opened=true", taken.Location);
        Assert.Contains("常安驿站", (await chen.Get(rose)).Text, StringComparison.Ordinal);
    }

    // From hand to hand by its link.
    private async Task PassAsync(Visitor from, Visitor to, string rose)
    {
        RoseId.TryParse(rose["/r/".Length..], out var id);
        var reason = host.Reference.Reasons[0];
        var offer = await host.Calls.Rose(id, grain => grain.Offer(id, host.Command(), from.Id, new(reason.Id, reason.Presets[0].Id, null), default));
        Assert.Equal(Outcome.Done, (await host.Calls.Rose(id, grain => grain.Claim(id, host.Command(), new(to.Id, offer.Secret)))).Outcome);
    }

    [RedisFact]
    public async Task Keeper_OfAnotherStation_StaysOutside()
    {
        using var staff = await host.Operator();
        var (mine, other) = (await Opened(staff, "自家驿站"), await Opened(staff, "别家驿站"));
        using var keeper = await host.Person("站长");
        await host.Calls.Participant(keeper.Id, me => me.Appoint(host.Command(), staff.Id, new(Role.StationKeeper, mine), true, "test"));
        Assert.Equal(HttpStatusCode.OK, (await keeper.Get($"/stations/{mine}/desk")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await keeper.Get($"/stations/{other}/desk")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await keeper.Get($"/stations/{other}/desk/code")).Status);
        var list = await keeper.Get("/console/stations");
        Assert.Contains("自家驿站", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("别家驿站", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/console/stations\"", list.Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Console_NameMissing_SaysSoAndOpensNothing()
    {
        using var staff = await host.Operator();
        var seen = await staff.Send("/console/stations", "/console/stations", [("name", " "), ("kind", "Market"), ("district", "440705"), ("letter", Letter())]);
        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
        Assert.Contains("1 到 24 个字", seen.Text, StringComparison.Ordinal);
    }

    private string Letter() => $"{host.Reference.Reasons[0].Id}:{host.Reference.Reasons[0].Presets[0].Id}";

    private async Task<string> Opened(Visitor staff, string name)
    {
        var opened = await staff.Send("/console/stations", "/console/stations", [("name", name), ("kind", "RestPost"), ("district", "440703"), ("letter", Letter())]);
        Assert.Equal("/console/stations", opened.Location);
        var list = await staff.Get("/console/stations");
        var id = Regex.Match(list.Html, $"id=\"s-([^\"]+)\">\\s*<h2>{name}").Groups[1].Value;
        Assert.NotEmpty(id);
        await staff.Send("/console/stations", $"/console/stations/{id}/supply", [("roses", "50"), ("reason", "开站")]);
        return id;
    }

    private static async Task<string> Manned(Visitor staff, string station)
    {
        var begun = await staff.Send($"/stations/{station}/desk", $"/stations/{station}/desk/begin", [("counted", "50")]);
        Assert.Equal($"/stations/{station}/desk", begun.Location);
        var desk = await staff.Get($"/stations/{station}/desk");
        return Regex.Match(desk.Html, "class=\"code\"[^>]*>([^<]+)<").Groups[1].Value;
    }
}
