using System.Net;
using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Grains.Photos;
using Engagement.Grains.Protection;
using Engagement.Grains.Roses;
using Engagement.Tests.Activities;
using Engagement.Tests.Storage;
using Engagement.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Pages;

/// <summary>Campaign control on the real site: looked at first, confirmed, undone; texts; single units.</summary>
[Collection(PageTestCollection.Name)]
public sealed class ControlTests(PagesHost host)
{
    private const string Way = "/console/control", Preset = "give-way-waited";

    [RedisFact]
    public async Task Preview_Line_ShowsItAndChangesNothingUntilConfirmed()
    {
        using var boss = await host.Operator();
        using var guest = host.Guest();
        var preview = await Preview(boss, ("field", "Notice"), ("value", "今晚八点起暂停一小时。"), ("reason", "换机器"));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Matches("class=\"strip\"[^>]*>今晚八点起暂停一小时。<", WebUtility.HtmlDecode(preview.Html));
        Assert.DoesNotContain("今晚八点", (await guest.Get("/rules")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Confirm(boss, Way, preview)).Status);
        Assert.Contains("今晚八点起暂停一小时。", (await guest.Get("/rules")).Text, StringComparison.Ordinal);
        await Undo(boss);
        Assert.DoesNotContain("今晚八点", (await guest.Get("/rules")).Text, StringComparison.Ordinal);
    }

    [RedisTheory]
    [InlineData("Allowance", "0", "每人每天几枝")]
    [InlineData("Notice", "分享给三个好友就能抽奖", "页首的一句话")]
    [InlineData("Sending", "maybe", "送玫瑰")]
    [InlineData("Unit", "off", "请选一个单位")]
    public async Task Preview_WrongValue_NamesTheFieldAndChangesNothing(string field, string value, string named)
    {
        using var boss = await host.Operator();
        var seen = await Preview(boss, ("field", field), ("value", value), ("reason", "试"));
        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
        var fault = seen.Html.Split("id=\"fault\">")[1].Split("</p>")[0];
        Assert.Contains(named, WebUtility.HtmlDecode(fault), StringComparison.Ordinal);
        Assert.Equal("", Now.Notice(false) ?? "");
    }

    [RedisFact]
    public async Task Confirm_AfterSomebodyElseChangedIt_ShowsItOnceMore()
    {
        using var boss = await host.Operator();
        var preview = await Preview(boss, ("field", "Notice"), ("value", "我的一句"), ("reason", "试"));
        Assert.Equal(Outcome.Done, (await host.Calls.Campaign(campaign => campaign.Set(host.Command(), boss.Id, ControlField.Notice, "别人的一句", "试"))).Outcome);
        var again = await Confirm(boss, Way, preview);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("请再看一遍", again.Text, StringComparison.Ordinal);
        Assert.Contains("别人", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Confirm(boss, Way, again)).Status);
        Assert.Equal("我的一句", Now.Notice(false));
        Assert.Equal(Outcome.Done, (await host.Calls.Campaign(campaign => campaign.Set(host.Command(), boss.Id, ControlField.Notice, "", "试"))).Outcome);
        await host.Services.GetRequiredService<Switches>().Refresh();
    }

    [RedisFact]
    public async Task Text_Changed_IsOfferedAtOnce_AndWrittenLettersKeepTheirs()
    {
        using var boss = await host.Operator();
        using var an = await host.Person();
        var seeded = Catalogue.Seeded(Preset)!;
        var before = await Give(an, Preset);
        var refused = await boss.Send($"/console/texts/{Preset}", $"/console/texts/{Preset}/preview", [("zh", "加我微信 abc12345"), ("en", "Thank you."), ("reason", "试")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("“中文”这一栏不行", refused.Text, StringComparison.Ordinal);

        var preview = await boss.Send($"/console/texts/{Preset}", $"/console/texts/{Preset}/preview", [("zh", "谢谢你停了一停。"), ("en", "Thank you for the pause."), ("reason", "更顺口")]);
        Assert.Contains("谢谢你停了一停。", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("谢谢你停了一停。", (await an.Get("/roses/new")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Confirm(boss, $"/console/texts/{Preset}", preview)).Status);

        var page = await an.Get("/roses/new");
        Assert.Contains("谢谢你停了一停。", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(seeded.Zh, page.Text, StringComparison.Ordinal);
        Assert.Contains(seeded.Zh, (await an.Get($"/r/{before}")).Text, StringComparison.Ordinal);
        var after = await Give(an, Preset + ".2");
        Assert.Contains("谢谢你停了一停。", (await an.Get($"/r/{after}")).Text, StringComparison.Ordinal);
        var old = await host.Calls.Participant(an.Id, me => me.Send(host.Command(), new(new("give-way", Preset, null), default, false)));
        Assert.Equal((Outcome.Invalid, "preset"), (old.Outcome, old.Field));

        Assert.False(await host.Services.GetRequiredService<Seeder>().Seed(Subcommands.ShippedReference(host.Services))); // a seed that is run again changes nothing
        await Undo(boss);
        Assert.Contains(seeded.Zh, (await an.Get("/roses/new")).Text, StringComparison.Ordinal);
        Assert.Contains("谢谢你停了一停。", (await an.Get($"/r/{after}")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Unit_Frozen_ItsPeopleAreToldAndItsStewardCanOnlyRead()
    {
        using var boss = await host.Operator();
        using var steward = await host.Person();
        using var citizen = await host.Person();
        var company = Catalogue.Reference.Companies[^1];
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(steward.Id, me => me.Appoint(host.Command(), boss.Id, new(Role.CompanySteward, company.Id), true, "test"))).Outcome);
        var way = $"/console/companies/{company.Id}";
        Assert.Equal(HttpStatusCode.SeeOther, (await Confirm(boss, Way, await Preview(boss,
            ("field", "Unit"), ("subject", ControlUnit.Company(company.Id)), ("value", ControlRules.Off), ("reason", "数据异常")))).Status);
        try
        {
            var line = company.ShortName + "暂时停一停";
            Assert.Contains(line, (await steward.Get(way)).Text, StringComparison.Ordinal);
            Assert.Contains(line, (await steward.Get("/settings")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(line, (await citizen.Get("/settings")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, (await steward.Send(way + "/keys", way + "/keys", [("note", "试")])).Status);
            StartImport import = new(OpaqueId.Format(OpaqueId.Random()), host.Command(), company.Id, steward.Id, "a.csv", false, 1, [], []);
            Assert.Equal(Outcome.SwitchedOff, (await host.Calls.Import(import.Id, grain => grain.Start(import))).Outcome);
        }
        finally
        {
            await Undo(boss);
        }

        Assert.DoesNotContain("暂时停一停", (await steward.Get(way)).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Organisation_Frozen_ItsBudgetRestsNobodyJoinsAndRosesCountForThePlaceAlone()
    {
        using var boss = await host.Operator();
        using var member = await host.Person();
        using var other = await host.Person();
        var (unit, reason) = (Catalogue.Reference.Organisations[0], Catalogue.Reference.Reasons[0]);
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(member.Id, me => me.Join(host.Command(), unit.JoinCode))).Outcome);
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(member.Id, me => me.Grant(host.Command(), boss.Id, 100, "test"))).Outcome);
        SendBouquet Bunch(int roses) => new(roses, 1, Split.Equal, new(reason.Id, reason.Presets[0].Id, null));
        await Freeze(boss, ControlUnit.Organisation(unit.Id));
        try
        {
            Assert.Equal(Outcome.SwitchedOff, (await host.Calls.Participant(member.Id, me => me.SendBouquet(host.Command(), Bunch(50)))).Outcome);
            Assert.Equal(Outcome.Done, (await host.Calls.Participant(member.Id, me => me.SendBouquet(host.Command(), Bunch(1)))).Outcome); // the day's own
            Assert.Equal(Outcome.SwitchedOff, (await host.Calls.Participant(other.Id, me => me.Join(host.Command(), unit.JoinCode))).Outcome);
            var rose = await other.Takes(await member.Gives());
            Assert.Null((await host.Services.GetRequiredService<RoseReader>().Read(rose))!.Latest!.Giver.Organisation);
        }
        finally
        {
            await Undo(boss);
        }

        Assert.Equal(Outcome.Done, (await host.Calls.Participant(member.Id, me => me.SendBouquet(host.Command(), Bunch(50)))).Outcome);
    }

    [RedisFact]
    public async Task Organisation_Frozen_NothingNewOfItIsPublishedOrEnteredByHand_AndWhatWasHandedInBeforeIsAnsweredAsBefore()
    {
        using var boss = await host.Operator();
        using var organiser = await host.Person();
        using var reviewer = await host.Person();
        var unit = Catalogue.Reference.Organisations[0];
        await host.Calls.Participant(organiser.Id, me => me.Appoint(host.Command(), boss.Id, new(Role.Organiser, unit.Id), true, "test"));
        await host.Calls.Participant(reviewer.Id, me => me.Appoint(host.Command(), boss.Id, new(Role.HoursReviewer, ""), true, "test"));
        var (first, second, handedIn) = (new ActivityId(Guid.NewGuid()), new ActivityId(Guid.NewGuid()), host.Command());
        var draft = Drafts.Of(Drafts.Shift(DateTimeOffset.UtcNow, 24, 27, 5));
        draft = draft with { Details = draft.Details with { District = Catalogue.Reference.Districts[0].Code, ServiceClass = Catalogue.Reference.ServiceClasses[0].Id } };
        foreach (var id in new[] { first, second })
        {
            Assert.Equal(Outcome.Done, (await host.Calls.Activity(id, activity => activity.Write(host.Command(), organiser.Id, unit.Id, draft))).Outcome);
        }

        Assert.Equal(Outcome.Done, (await host.Calls.Activity(first, activity => activity.Submit(handedIn, organiser.Id))).Outcome);
        await Freeze(boss, ControlUnit.Organisation(unit.Id));
        try
        {
            Assert.Equal(Outcome.Done, (await host.Calls.Activity(first, activity => activity.Submit(handedIn, organiser.Id))).Outcome);
            Assert.Equal(Outcome.SwitchedOff, (await host.Calls.Activity(second, activity => activity.Submit(host.Command(), organiser.Id))).Outcome);
            Assert.Equal(Outcome.SwitchedOff, (await host.Calls.Activity(first, activity => activity.Decide(host.Command(), reviewer.Id, true, null))).Outcome);
        }
        finally
        {
            await Undo(boss);
        }

        Assert.Equal(Outcome.Done, (await host.Calls.Activity(first, activity => activity.Decide(host.Command(), reviewer.Id, true, null))).Outcome);
    }

    [RedisFact]
    public async Task Company_Frozen_EnrolsNobodyAndAnswersNoLetter()
    {
        using var boss = await host.Operator();
        using var rider = await host.Person();
        var company = Catalogue.Reference.Companies[^1];
        await Freeze(boss, ControlUnit.Company(company.Id));
        try
        {
            Assert.Equal(Outcome.SwitchedOff, (await host.Calls.Courier(rider.Id, me => me.Enrol(host.Command(), new(new(Guid.NewGuid()), company.JoinCode, false)))).Outcome);
            var letter = new ProtectionState { Company = company.Id, Courier = rider.Id, Status = ProtectionStatus.Issued };
            Assert.Equal(Outcome.SwitchedOff, ProtectionRules.Answer(letter, host.Command(), company.Id, default, ProtectionRefusal.None, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow, Now.FreezesCompany(company.Id)));
            Assert.Equal(ProtectionStatus.Issued, letter.Status);
        }
        finally
        {
            await Undo(boss);
        }

        Assert.Equal(Outcome.NotFound, (await host.Calls.Courier(rider.Id, me => me.Enrol(host.Command(), new(new(Guid.NewGuid()), company.JoinCode, false)))).Outcome);
    }

    [RedisFact]
    public async Task Photos_SwitchedOff_AreNotTakenInAndActsAre()
    {
        using var boss = await host.Operator();
        using var rider = await host.Person();
        Assert.Equal(Outcome.Done, (await host.Calls.Courier(rider.Id, me => me.EnterPool(host.Command()))).Outcome);
        var token = ActsTests.Token(await rider.Get("/courier"));
        await Confirm(boss, Way, await Preview(boss, ("field", "Photos"), ("value", ControlRules.Off), ("reason", "试")));
        try
        {
            var paused = await rider.Draft(token, host.Command().ToString(), "helmet", ActsTests.Picture());
            Assert.Equal((HttpStatusCode.TooManyRequests, "photo"), (paused.Status, paused.Body.GetProperty("field").GetString())); // the draft waits on its phone
            Assert.Equal(Outcome.SwitchedOff, await host.Services.GetRequiredService<CellGrains>().Photo(PhotoHash.Of([1])).Bring(new(rider.Id, [1], [2])));
            Assert.Equal(HttpStatusCode.Created, (await rider.Draft(token, host.Command().ToString(), "helmet")).Status);
        }
        finally
        {
            await Undo(boss);
        }

        Assert.Equal(HttpStatusCode.Created, (await rider.Draft(token, host.Command().ToString(), "helmet", ActsTests.Picture())).Status);
    }

    private async Task Freeze(Visitor boss, string unit)
    {
        Assert.Equal(Outcome.Done, (await host.Calls.Campaign(campaign => campaign.Freeze(host.Command(), boss.Id, unit, true, "test"))).Outcome);
        await host.Services.GetRequiredService<Switches>().Refresh();
    }

    private async Task<RoseId> Give(Visitor giver, string preset)
    {
        var sent = await host.Calls.Participant(giver.Id, me => me.Send(host.Command(), new(new("give-way", preset, null), default, false)));
        Assert.Equal(Outcome.Done, sent.Outcome);
        return sent.Rose;
    }

    private SeededCatalogue Catalogue => host.Services.GetRequiredService<SeededCatalogue>();

    private ControlNow Now => host.Services.GetRequiredService<Switches>().Now;

    private static Task<Seen> Preview(Visitor boss, params (string, string)[] fields) => boss.Send(Way, Way + "/preview", fields);

    // Presses the button of a preview: the form as it stands there.
    private static Task<Seen> Confirm(Visitor boss, string way, Seen preview) => boss.Submit(preview, way, []);

    // The latest change that can be undone stands first.
    private static async Task Undo(Visitor boss) => Assert.Equal(HttpStatusCode.SeeOther, (await boss.Send(Way, Way + "/undo", [])).Status);
}
