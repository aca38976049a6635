using System.Net;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

[Collection(PageTestCollection.Name)]
public sealed class SettingsTests(PagesHost host)
{
    [RedisFact]
    public async Task Name_RefusedHeldAndReady_EachHasItsPage()
    {
        using var me = await host.Person();
        var long12 = await me.Send("/settings/name", "/settings/name", [("name", "一二三四五六七八九十一二三")], "id=\"name\"");
        Assert.Equal(HttpStatusCode.BadRequest, long12.Status);
        Assert.Contains("1 到 12 个字", long12.Text, StringComparison.Ordinal);
        var phone = await me.Send("/settings/name", "/settings/name", [("name", "13800138000")], "id=\"name\"");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, phone.Status);
        Assert.Contains("value=\"13800138000\"", phone.Html, StringComparison.Ordinal);
        var taken = await me.Send("/settings/name?returnUrl=/roses/new", "/settings/name", [("name", host.Reference.Names[2].Zh)], "class=\"chips\"");
        Assert.Equal((HttpStatusCode.SeeOther, "/roses/new"), (taken.Status, taken.Location));
        Assert.Contains(host.Reference.Names[2].Zh, (await me.Get("/settings")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Name_ForeignReturnUrl_IsIgnored()
    {
        using var me = await host.Person();
        var taken = await me.Send("/settings/name?returnUrl=https://evil.example/", "/settings/name", [("name", host.Reference.Names[0].Zh)], "class=\"chips\"");
        Assert.Equal("/", taken.Location);
    }

    [RedisFact]
    public async Task Place_Community_SetsItsDistrictToo()
    {
        using var me = await host.Person();
        var district = host.Reference.Districts.First(district => district.Towns.Any(town => town.Kind == TownKind.Area));
        var page = await me.Get("/settings/place");
        Assert.All(district.Towns, town => Assert.Equal(town.Kind != TownKind.Area, page.Html.Contains($"value=\"{town.Code}\"", StringComparison.Ordinal)));
        var community = district.Towns.First(town => town.Kind != TownKind.Area);
        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send("/settings/place", "/settings/place", [("place", community.Code)])).Status);
        var units = (await host.Calls.Participant(me.Id, person => person.Self())).Profile!.Units;
        Assert.Equal((district.Code, community.Code), (units.District, units.Community));
        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send("/settings/place", "/settings/place", [("place", "")])).Status);
        Assert.Null((await host.Calls.Participant(me.Id, person => person.Self())).Profile!.Units.District);
        Assert.Equal(HttpStatusCode.BadRequest, (await me.Send("/settings/place", "/settings/place", [("place", "999999")])).Status);
    }

    [RedisFact]
    public async Task Unit_CodeJoinsAndLeaves_ACompanysCodeLeadsToEnrolment()
    {
        using var me = await host.Person();
        var (company, organisation) = (host.Reference.Companies[0], host.Reference.Organisations[0]);
        var wrong = await me.Send("/settings/unit", "/settings/unit", [("code", "NOSUCH22")]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("没有这个口令", wrong.Text, StringComparison.Ordinal);
        var enrol = await me.Send("/settings/unit", "/settings/unit", [("code", company.JoinCode.ToLowerInvariant())]);
        Assert.Equal((HttpStatusCode.SeeOther, "/courier/enrol?code=" + company.JoinCode.ToLowerInvariant()), (enrol.Status, enrol.Location));
        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send("/settings/unit", "/settings/unit", [("code", organisation.JoinCode)])).Status);
        Assert.Contains(organisation.Name, (await me.Get("/settings")).Text, StringComparison.Ordinal);
        var joined = (await host.Calls.Participant(me.Id, person => person.Self())).Profile!.Units;
        Assert.Equal((null, organisation.Id), (joined.Company, joined.Organisation));
        await me.Send("/settings/unit", "/settings/unit", [], "value=\"organisation\"");
        Assert.Null((await host.Calls.Participant(me.Id, person => person.Self())).Profile!.Units.Organisation);
    }

    [RedisFact]
    public async Task Privacy_UntickedBox_IsANo()
    {
        using var me = await host.Person();
        await me.Send("/settings/privacy", "/settings/privacy", [("reach", "PeopleIKnow"), ("showName", "true"), ("onBoards", "true")]);
        var on = (await host.Calls.Participant(me.Id, person => person.Self())).Profile!;
        Assert.Equal((Reach.PeopleIKnow, true, true), (on.Reach, on.ShowName, on.OnBoards));
        await me.Send("/settings/privacy", "/settings/privacy", [("reach", "Nobody")]);
        var off = (await host.Calls.Participant(me.Id, person => person.Self())).Profile!;
        Assert.Equal((Reach.Nobody, false, false), (off.Reach, off.ShowName, off.OnBoards));
    }

    [RedisFact]
    public async Task Reading_GuestChoosesLanguageAndSize_NextPageFollows()
    {
        using var guest = host.Guest();
        await guest.Send("/settings", "/settings/large-text", [], "class=\"cell\"");
        Assert.Matches("<html[^>]* data-care", (await guest.Get("/boards")).Html);
        using var me = await host.Person();
        Assert.DoesNotContain(host.Reference.Districts[0].English, (await me.Get("/settings/place")).Text, StringComparison.Ordinal);
        await me.Send("/settings", "/settings/language", [("language", "en")]);
        Assert.Equal("/settings", (await guest.Send("/settings", "/settings/language", [("language", "en")])).Location);
        var english = await guest.Get("/settings");
        Assert.Contains("<html lang=\"en\"", english.Html, StringComparison.Ordinal);
        Assert.Contains("Settings", english.Text, StringComparison.Ordinal);
        var places = System.Text.RegularExpressions.Regex.Match((await me.Get("/settings/place")).Html, "<select.*?</select>", System.Text.RegularExpressions.RegexOptions.Singleline).Value;
        Assert.Contains(host.Reference.Districts[0].English, places, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\p{IsCJKUnifiedIdeographs}", places);
        Assert.Equal(HttpStatusCode.BadRequest, (await guest.Send("/settings", "/settings/language", [("language", "fr")])).Status);
    }

    [RedisFact]
    public async Task Form_WithoutToken_IsRefused()
    {
        using var me = await host.Person();
        var refused = await me.Post("/settings/name", ("command", host.Command().ToString()), ("name", host.Reference.Names[0].Zh));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Null((await host.Calls.Participant(me.Id, person => person.Self())).Profile!.Name);
    }

    [RedisFact]
    public async Task Export_HoldsMyWordsAndNobodyElses()
    {
        using var an = await host.Person("木棉");
        using var bai = await host.Person("荷花");
        using var cai = await host.Person();
        var rose = await bai.Takes(await an.Gives("安写的话，别人的不在里面。"));
        await cai.Takes(await bai.Passes(rose, "白传下去的话，也不在里面。"));
        await an.Takes(await bai.Gives("白写的话，是白自己的。"));
        var json = (await an.Get("/settings/export")).Html;
        var export = JsonDocument.Parse(json).RootElement;
        Assert.Equal(an.Id.ToString(), export.GetProperty("id").GetString());
        Assert.Equal("木棉", export.GetProperty("profile").GetProperty("name").GetString());
        Assert.Equal("安写的话，别人的不在里面。", export.GetProperty("given")[0].GetProperty("text").GetString());
        Assert.Equal((1, 1), (export.GetProperty("given").GetArrayLength(), export.GetProperty("received").GetArrayLength()));
        Assert.DoesNotContain("白传下去", json, StringComparison.Ordinal);
        Assert.DoesNotContain("白写的话", json, StringComparison.Ordinal);
        Assert.DoesNotContain("荷花", json, StringComparison.Ordinal);
        Assert.DoesNotContain(bai.Id.ToString(), json, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Export_Instants_AreShanghaiTimeAndTheBlockedAreHandles()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        var rose = await bai.Takes(await an.Gives());
        await bai.Send($"/r/{rose}", $"/r/{rose}/block", []);
        var json = (await bai.Get("/settings/export")).Html;
        var export = JsonDocument.Parse(json).RootElement;
        string[] instants = [Text(export, "at"), Text(export, "since"), Text(export.GetProperty("consent"), "at"), Text(export.GetProperty("received")[0], "at")];
        Assert.All(instants, instant => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$", instant));
        await bai.Gives();
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", Text(JsonDocument.Parse((await bai.Get("/settings/export")).Html).RootElement.GetProperty("roses"), "day"));
        var handle = Assert.Single(export.GetProperty("blocked").EnumerateArray()).GetString();
        Assert.Contains($"value=\"{handle}\"", (await bai.Get("/settings/blocks")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(an.Id.ToString(), json, StringComparison.Ordinal);

        static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
    }

    [RedisFact]
    public async Task Name_Presets_ShowTwelveAndUnfoldTheRest()
    {
        using var me = await host.Person();
        var parts = (await me.Get("/settings/name")).Html.Split("<details>");
        int Chips(string html) => System.Text.RegularExpressions.Regex.Count(html, "<button class=\"chip\" name=\"name\"");
        Assert.Equal((2, 12, host.Reference.Names.Length - 12), (parts.Length, Chips(parts[0]), Chips(parts[1])));
        await me.Send("/settings/name", "/settings/name", [("name", host.Reference.Names[^1].Zh)], "class=\"chips\"");
        Assert.Equal(host.Reference.Names[^1].Zh, (await host.Calls.Participant(me.Id, person => person.Self())).Profile!.Name);
    }

    [RedisFact]
    public async Task Name_ThatPosesAsAnOffice_IsRefused()
    {
        using var me = await host.Person();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await me.Send("/settings/name", "/settings/name", [("name", "江门市委书记")], "id=\"name\"")).Status);
    }

    [RedisFact]
    public async Task Delete_AsksFirstThenClosesAndSignsOut()
    {
        using var me = await host.Person("木棉");
        using var bai = await host.Person();
        var words = "注销以后，谁也打不开。";
        await bai.Takes(await me.Gives(words));
        await me.Gives();
        Assert.Contains("还在路上的 1 枝", (await me.Get("/settings/delete")).Text, StringComparison.Ordinal);
        var unsure = await me.Send("/settings/delete", "/settings/delete", []);
        Assert.Equal(HttpStatusCode.BadRequest, unsure.Status);
        Assert.True((await host.Calls.Participant(me.Id, person => person.Self())).Exists);
        Assert.Contains(words, (await bai.Get("/mine")).Text, StringComparison.Ordinal);
        var gone = await me.Send("/settings/delete", "/settings/delete", [("sure", "true")]);
        Assert.Contains("账号注销好了", (await me.Get(gone.Location!)).Text, StringComparison.Ordinal);
        Assert.False((await host.Calls.Participant(me.Id, person => person.Self())).Exists);
        Assert.StartsWith("/signin", (await me.Get("/mine")).Location, StringComparison.Ordinal);
        var left = (await bai.Get("/mine")).Text;
        Assert.DoesNotContain(words, left, StringComparison.Ordinal);
        Assert.DoesNotContain("木棉", left, StringComparison.Ordinal);
    }
}
