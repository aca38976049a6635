using Engagement.Contracts;
using Engagement.Grains.Stars;
using Engagement.Grains.Storage;
using Engagement.Tests.Certificates;
using Engagement.Tests.Hours;
using Engagement.Tests.Storage;
using Engagement.Tests.Volunteers;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Stars;

/// <summary>Stars on a real ledger: from the application to the award by the agenda.</summary>
[Collection(StoreTests.Name)]
public sealed class StarLedgerTests(StoreFixture stores)
{
    // A city whose first star is near, so that a test need not serve a hundred hours.
    private static readonly Dictionary<string, string?> Near = new() { ["Stars:Levels:0:Hours"] = "2", ["Stars:Levels:1:Hours"] = "5" };

    [RedisFact]
    public async Task Star_AppliedReviewedShown_IsAwardedOnceByTheAgenda()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Near);
        var (an, reviewer) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.HoursReviewer, "440703"));
        await CertificateLedgerTests.ServedAsync(hours, an, "org-a", 50, 3);
        Assert.Equal(new Receipt(Outcome.Invalid, "level"), await Stars(hours, an).Apply(hours.City.Cell.Command(), new(2, true)));
        Assert.Equal(Receipt.Done, await Stars(hours, an).Apply(hours.City.Cell.Command(), new(1, true)));
        Assert.Equal(Outcome.Frozen, (await Stars(hours, an).Apply(hours.City.Cell.Command(), new(1, true))).Outcome);
        Assert.Equal(an, Assert.Single(await Reader(hours).Waiting(["440703"], 10)).Id);
        Assert.Empty(await Reader(hours).Waiting(["440704"], 10));
        await hours.City.Person(an).Appoint(hours.City.Cell.Command(), an, new(Role.HoursReviewer), true, "test");
        Assert.Equal(Outcome.Forbidden, (await Stars(hours, an).Review(hours.City.Cell.Command(), an, true, StarRefusal.None)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await Stars(hours, an).Review(hours.City.Cell.Command(), await hours.StaffAsync(Role.HoursReviewer, "440704"), true, StarRefusal.None)).Outcome);
        Assert.Equal(Receipt.Done, await Stars(hours, an).Review(hours.City.Cell.Command(), reviewer, true, StarRefusal.None));
        await hours.City.IsCleanAsync();
        var notice = Assert.Single(await Reader(hours).Notices(0, 10));
        Assert.Equal(("林**", 1), (notice.Name, notice.Level));
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Empty((await Reader(hours).Read(an))!.Awards);
        hours.City.Clock.Advance(TimeSpan.FromDays(15));
        var entry = StarEffects.AwardEntry(an);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Stars(hours, an).Due(entry)));
        var star = (await Reader(hours).Read(an))!;
        Assert.Equal((1, 180, StarStage.Awarded), (star.Level, Assert.Single(star.Awards).Minutes, star.Application!.Stage));
        Assert.Empty(await Reader(hours).Notices(0, 10));
        Assert.Equal(Outcome.AlreadyDecided, (await Stars(hours, an).Apply(hours.City.Cell.Command(), new(1, true))).Outcome);
        Assert.Equal("1", (string?)await hours.City.Redis.HashGetAsync(hours.City.Keys.Key("stars"), "level:1"));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Certificate_OfAnAward_IsFoundByItsNumberUntilTheAccountIsClosed_AndNamesAreNotTried()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Near);
        var (an, reviewer) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.HoursReviewer, ""));
        var keys = hours.City.Cell.Services.GetRequiredService<CellKeys>();
        var number = keys.StarNumber(an, 1);
        await InNoticeAsync(hours, an, reviewer);
        Assert.Null(await Reader(hours).Find(number)); // no star yet
        Assert.Equal(Outcome.NotFound, await Stars(hours, an).IsName(new((await Reader(hours).Name(an))!)));
        hours.City.Clock.Advance(TimeSpan.FromDays(15));
        await CertificateLedgerTests.SweptAsync(hours);
        var (star, award) = (await Reader(hours).Find(number))!.Value;
        Assert.Equal((an, 1, 180, number), (star.Id, award.Level, award.Minutes, award.Number));
        Assert.Null(await Reader(hours).Find(keys.StarNumber(an, 2)));
        Assert.NotEqual(number, keys.StarNumber(reviewer, 1));
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(Outcome.NotFound, await Stars(hours, an).IsName(new("王小林")));
        }

        Assert.Equal(Outcome.DailyLimit, await Stars(hours, an).IsName(new((await Reader(hours).Name(an))!)));
        hours.City.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Outcome.Done, await Stars(hours, an).IsName(new((await Reader(hours).Name(an))!)));
        await hours.City.IsCleanAsync();
        await Stars(hours, an).Lock();
        Assert.Null(await Reader(hours).Find(number));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Objection_HoldsTheAward_UntilAReviewerHasAnswered()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Near);
        var (an, reviewer, bo) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.HoursReviewer, ""), await hours.City.CitizenAsync());
        await InNoticeAsync(hours, an, reviewer);
        Assert.Equal(new Receipt(Outcome.Invalid, "note"), await Stars(hours, an).Object(hours.City.Cell.Command(), bo, new(StarObjectionReason.TooMany, new string('长', 61))));
        Assert.Equal(Receipt.Done, await Stars(hours, an).Object(hours.City.Cell.Command(), bo, new(StarObjectionReason.TooMany, "那天下雨，没有活动")));
        Assert.Equal(Outcome.AlreadyDecided, (await Stars(hours, an).Object(hours.City.Cell.Command(), bo, new(StarObjectionReason.TooMany, null))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await Stars(hours, an).Object(hours.City.Cell.Command(), an, new(StarObjectionReason.TooMany, null))).Outcome);
        var star = (await Reader(hours).Read(an))!;
        Assert.Equal("那天下雨，没有活动", await Reader(hours).Words(star.Objections[0]));
        hours.City.Clock.Advance(TimeSpan.FromDays(15));
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Empty((await Reader(hours).Read(an))!.Awards);
        await hours.City.IsCleanAsync();
        Assert.Equal(Receipt.Done, await Stars(hours, an).Answer(hours.City.Cell.Command(), reviewer, 1, right: false));
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Equal(1, (await Reader(hours).Read(an))!.Level);
        Assert.Equal(Outcome.Expired, (await Stars(hours, an).Object(hours.City.Cell.Command(), reviewer, new(StarObjectionReason.TooMany, null))).Outcome);
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Offset_DuringTheNotice_LeavesTooFewHours_AndDeclines()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Near);
        var (an, reviewer, organiser) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.HoursReviewer, ""), await hours.StaffAsync(Role.Organiser, "org-a"));
        await InNoticeAsync(hours, an, reviewer);
        await CertificateLedgerTests.OffsetAsync(hours, an, organiser, (await hours.EntriesAsync(an))[0].Id, -100);
        hours.City.Clock.Advance(TimeSpan.FromDays(15));
        await CertificateLedgerTests.SweptAsync(hours);
        var star = (await Reader(hours).Read(an))!;
        Assert.Equal((0, StarStage.Refused, StarRefusal.HoursCorrected), (star.Level, star.Application!.Stage, star.Application.Refusal));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Minor_IsNeverInTheNotice()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Near);
        var (an, reviewer) = (await CertificateLedgerTests.NamedAsync(hours, hours.City.Clock.UtcNow.Year * 10_000 - 150_000 + 101), await hours.StaffAsync(Role.HoursReviewer, ""));
        await InNoticeAsync(hours, an, reviewer);
        Assert.Empty(await Reader(hours).Notices(0, 10));
        Assert.Null(await Reader(hours).Notice(an));
        Assert.Equal(Outcome.Expired, (await Stars(hours, an).Object(hours.City.Cell.Command(), reviewer, new(StarObjectionReason.TooMany, null))).Outcome);
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Bar_AppealedToAnotherReviewer_EndsByItselfOrByThem()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Near);
        var (an, one, two) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.HoursReviewer, ""), await hours.StaffAsync(Role.HoursReviewer, ""));
        await InNoticeAsync(hours, an, one);
        Assert.Equal(new Receipt(Outcome.Invalid, "years"), await Stars(hours, an).Bar(hours.City.Cell.Command(), one, 4, StarBarReason.FalseHours));
        Assert.Equal(Receipt.Done, await Stars(hours, an).Bar(hours.City.Cell.Command(), one, 2, StarBarReason.FalseHours));
        Assert.Empty(await Reader(hours).Notices(0, 10));
        Assert.Equal(Outcome.Frozen, (await Stars(hours, an).Apply(hours.City.Cell.Command(), new(1, true))).Outcome);
        Assert.Equal(Receipt.Done, await Stars(hours, an).Appeal(hours.City.Cell.Command()));
        Assert.Equal(Outcome.AlreadyDecided, (await Stars(hours, an).Appeal(hours.City.Cell.Command())).Outcome);
        Assert.Equal(Outcome.Forbidden, (await Stars(hours, an).DecideAppeal(hours.City.Cell.Command(), one, false)).Outcome);
        await hours.City.IsCleanAsync();
        Assert.Equal(Receipt.Done, await Stars(hours, an).DecideAppeal(hours.City.Cell.Command(), two, false));
        Assert.Equal(StarAppeal.Upheld, (await Reader(hours).Read(an))!.Bar!.Appeal);
        hours.City.Clock.Advance(TimeSpan.FromDays(735));
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Null((await Reader(hours).Read(an))!.Bar); // nothing negative stays
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_Account_EndsTheNoticeAndKeepsTheCount()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Near);
        var (an, reviewer) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.HoursReviewer, ""));
        await InNoticeAsync(hours, an, reviewer);
        await hours.City.Person(an).Close(hours.City.Cell.Command());
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Empty(await Reader(hours).Notices(0, 10));
        Assert.Equal((true, StarStage.Withdrawn), ((await Reader(hours).Read(an))!.Locked, (await Reader(hours).Read(an))!.Application!.Stage));
        await hours.City.IsCleanAsync();
    }

    private static async Task InNoticeAsync(HoursCity hours, ParticipantId volunteer, ParticipantId reviewer)
    {
        await CertificateLedgerTests.ServedAsync(hours, volunteer, "org-a", 50, 3);
        Assert.Equal(Receipt.Done, await Stars(hours, volunteer).Apply(hours.City.Cell.Command(), new(1, false)));
        Assert.Equal(Receipt.Done, await Stars(hours, volunteer).Review(hours.City.Cell.Command(), reviewer, true, StarRefusal.None));
    }

    private static IStarGrain Stars(HoursCity hours, ParticipantId person) => hours.City.Cell.Grains.GetGrain<IStarGrain>($"{hours.City.Cell.CellId}/{person}");

    private static StarReader Reader(HoursCity hours) => hours.City.Cell.Services.GetRequiredService<StarReader>();
}
