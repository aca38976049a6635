using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Certificates;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.Tests.Hours;
using Engagement.Tests.Storage;
using Engagement.Tests.Volunteers;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Certificates;

/// <summary>Certificates on a real ledger: what is in one, what never is, and what becomes of it.</summary>
[Collection(StoreTests.Name)]
public sealed class CertificateLedgerTests(StoreFixture stores)
{
    private const string Unit = "org-a";

    [RedisFact]
    public async Task Issue_ServiceOfAPeriod_StatesWhatTheLawAsksFor_OnceForARetry()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var an = await NamedAsync(hours);
        await ServedAsync(hours, an, Unit, 100, 2);
        await ServedAsync(hours, an, Unit, 50, 3);
        await ServedAsync(hours, an, "org-b", 20, 1);
        var command = hours.City.Cell.Command();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Receipt.Done, await Certificate(hours, an, command).Issue(command, an, Choice(hours, Unit)));
        }

        Assert.Equal(Outcome.CommandReused, (await Certificate(hours, an, command).Issue(command, an, Choice(hours, "org-b"))).Outcome);
        var certificate = Assert.Single(await Reader(hours).Of(an, 0, 10));
        Assert.Equal((300, 0, Unit), // by the minutes that clocks show: a second late misses nothing
             (certificate.Snapshot!.Credit, certificate.Snapshot.Honour, Assert.Single(certificate.Snapshot.Units).Id));
        Assert.Equal(["护河", "护河"], certificate.Snapshot.Lines.Select(line => line.Title));
        var (leaves, name, id) = await Reader(hours).Open(certificate);
        Assert.Equal(("林小林", "4400**********" + People.Number(19900101)[14..]), (name, id));
        Assert.True(hours.City.Cell.Services.GetRequiredService<CertificateSignature>().Holds(certificate, leaves));
        Assert.Equal(CertificateStanding.Valid, (await Reader(hours).Standing(certificate)).Standing);
        Assert.Single(await Reader(hours).By(Unit, 0, 10));
        Assert.Empty(await Reader(hours).By("org-b", 0, 10));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Issue_BelowRealNameOrBadInputOrAnothersNumber_IsRefusedAndKeepsNothing()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, guest) = (await NamedAsync(hours), await hours.City.CitizenAsync());
        await ServedAsync(hours, an, Unit, 50, 2);
        await ServedAsync(hours, guest, Unit, 50, 2);
        Assert.Equal(Outcome.LevelNeeded, (await IssueAsync(hours, guest, Choice(hours, Unit))).Outcome);
        var choice = Choice(hours, Unit);
        Assert.Equal(new Receipt(Outcome.Invalid, "units"), await IssueAsync(hours, an, choice with { Units = [] }));
        Assert.Equal(new Receipt(Outcome.Invalid, "units"), await IssueAsync(hours, an, choice with { Units = [Unit, Unit] }));
        Assert.Equal(new Receipt(Outcome.Invalid, "from"), await IssueAsync(hours, an, choice with { From = choice.To + 1 }));
        Assert.Equal(new Receipt(Outcome.Invalid, "from"), await IssueAsync(hours, an, choice with { From = 20260230 }));
        Assert.Equal(new Receipt(Outcome.Invalid, "to"), await IssueAsync(hours, an, choice with { To = choice.To + 10_000 }));
        Assert.Equal(new Receipt(Outcome.Invalid, "shows"), await IssueAsync(hours, an, choice with { Shows = (CertificateShows)8 }));
        Assert.Equal(new Receipt(Outcome.Invalid, "period"), await IssueAsync(hours, an, choice with { Units = ["org-other"] }));
        var command = hours.City.Cell.Command();
        Assert.Equal(Outcome.NotFound, (await Certificate(hours, guest, command).Issue(command, an, choice)).Outcome); // the number of somebody else's command
        Assert.Empty(await Reader(hours).Of(an, 0, 10));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Issue_RosesActsImportsHeldAndUnconfirmedHours_AreNeverOnIt()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, bo) = (await NamedAsync(hours), await hours.City.PersonAsync());
        await hours.City.ClaimAsync(await hours.City.SendAsync(bo), an);
        await hours.City.EnrolAsync(an, "co-sf");
        Assert.Equal(Outcome.Done, (await hours.City.Courier(an).Log(hours.City.Cell.Command(), new("help", new()))).Outcome);
        await hours.ConfirmedRowAsync(an, "1", 60, Unit);
        var organiser = await hours.StaffAsync(Role.Organiser, Unit);
        var activity = await hours.ActivityAsync(80, 2, [], state => state.Organisation = Unit);
        await hours.ProposedAsync(organiser, activity, an); // neither approved nor confirmed
        Assert.Equal(new Receipt(Outcome.Invalid, "period"), await IssueAsync(hours, an, Choice(hours, Unit)));
        await ServedAsync(hours, an, Unit, 50, 2);
        await ServedAsync(hours, an, Unit, 49.5, 2); // at the same time: held
        Assert.Equal(Receipt.Done, await IssueAsync(hours, an, Choice(hours, Unit)));
        var certificate = Assert.Single(await Reader(hours).Of(an, 0, 10));
        Assert.Equal((120, 1), (certificate.Snapshot!.Minutes, Assert.Single(certificate.Snapshot.Lines).Times));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Issue_HoursThatSomebodyLooksAt_WaitUntilTheCaseIsClosed()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, reviewer) = (await NamedAsync(hours), await hours.StaffAsync(Role.HoursReviewer, ""));
        await ServedAsync(hours, an, Unit, 100, 2);
        var late = await hours.ActivityAsync(50, 3, [an], state => (state.Organisation, state.CreatedAt) = (Unit, hours.City.Clock.UtcNow.AddHours(-1).ToUnixTimeMilliseconds())); // written after its end
        await SweptAsync(hours);
        var entry = (await hours.EntriesAsync(an)).Single(one => one.Activity == late);
        var open = Assert.Single(await hours.Cases.Holding([entry]));
        Assert.Equal(Receipt.Done, await IssueAsync(hours, an, Choice(hours, Unit)));
        Assert.Equal(120, (await Reader(hours).Of(an, 0, 1))[0].Snapshot!.Minutes);
        Assert.Equal(Outcome.Done, (await hours.Case(open).Close(hours.City.Cell.Command(), reviewer, false, "问过，属实")).Outcome);
        hours.City.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Receipt.Done, await IssueAsync(hours, an, Choice(hours, Unit)));
        Assert.Equal(300, (await Reader(hours).Of(an, 0, 1))[0].Snapshot!.Minutes);
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Offset_OfAnEntryInIt_SupersedesIt_OtherEntriesDoNot()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, organiser) = (await NamedAsync(hours), await hours.StaffAsync(Role.Organiser, Unit));
        await ServedAsync(hours, an, Unit, 100, 2);
        await ServedAsync(hours, an, Unit, 50, 2);
        var entries = await hours.EntriesAsync(an);
        var day = Engagement.Grains.Campaigns.ShanghaiDay.Of(DateTimeOffset.FromUnixTimeMilliseconds(entries[0].From));
        Assert.Equal(Receipt.Done, await IssueAsync(hours, an, Choice(hours, Unit) with { From = day, To = day }));
        var certificate = Assert.Single(await Reader(hours).Of(an, 0, 10));
        await OffsetAsync(hours, an, organiser, entries[1].Id);
        await ServedAsync(hours, an, Unit, 20, 1);
        Assert.Equal(CertificateStanding.Valid, (await Reader(hours).Standing(certificate)).Standing);
        hours.City.Clock.Advance(TimeSpan.FromHours(1));
        await OffsetAsync(hours, an, organiser, entries[0].Id);
        Assert.Equal((CertificateStanding.Superseded, hours.City.Clock.UtcNow.ToUnixTimeMilliseconds()), await Reader(hours).Standing(certificate));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Revocation_TakesTwoPeopleOfTheUnit_AndIsFinal()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, grain) = await IssuedAsync(hours);
        var (one, two, other) = (await hours.StaffAsync(Role.Organiser, Unit), await hours.StaffAsync(Role.Organiser, Unit), await hours.StaffAsync(Role.Organiser, "org-b"));
        Assert.Equal(Receipt.Done, await grain.Share(hours.City.Cell.Command(), an, new(ShareScope.Total, null, false, 7)));
        Assert.Equal(Outcome.Forbidden, (await grain.AskRevocation(hours.City.Cell.Command(), other, Unit, CertificateFault.WrongHours)).Outcome);
        Assert.Equal(Outcome.NotFound, (await grain.AskRevocation(hours.City.Cell.Command(), other, "org-b", CertificateFault.WrongHours)).Outcome); // not on it
        Assert.Equal(new Receipt(Outcome.Invalid, "fault"), await grain.AskRevocation(hours.City.Cell.Command(), one, Unit, CertificateFault.None));
        Assert.Equal(Receipt.Done, await grain.AskRevocation(hours.City.Cell.Command(), one, Unit, CertificateFault.WrongHours));
        Assert.Equal(Outcome.Forbidden, (await grain.AnswerRevocation(hours.City.Cell.Command(), one, true)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await grain.AnswerRevocation(hours.City.Cell.Command(), other, true)).Outcome);
        Assert.Single(await Reader(hours).Asked(Unit, 10));
        await hours.City.IsCleanAsync();
        Assert.Equal(Receipt.Done, await grain.AnswerRevocation(hours.City.Cell.Command(), one, false)); // who asked may take it back
        Assert.Equal(Receipt.Done, await grain.AskRevocation(hours.City.Cell.Command(), one, Unit, CertificateFault.WrongHours));
        Assert.Equal(Receipt.Done, await grain.AnswerRevocation(hours.City.Cell.Command(), two, true));
        var certificate = Assert.Single(await Reader(hours).Of(an, 0, 10));
        Assert.Equal((CertificateStanding.Revoked, CertificateFault.WrongHours), ((await Reader(hours).Standing(certificate)).Standing, certificate.Fault));
        Assert.Empty(certificate.Shares);
        Assert.Equal(Outcome.Voided, (await grain.Share(hours.City.Cell.Command(), an, new(ShareScope.Total, null, false, 7))).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, (await grain.AskRevocation(hours.City.Cell.Command(), two, Unit, CertificateFault.Mistake)).Outcome);
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Share_Links_AreItsHoldersAloneBoundedAndOver()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, grain) = await IssuedAsync(hours);
        Task<Receipt> Share(ShareScope scope, string? key, int days = 7) => grain.Share(hours.City.Cell.Command(), an, new(scope, key, true, days));
        Assert.Equal(Outcome.NotFound, (await grain.Share(hours.City.Cell.Command(), await hours.City.CitizenAsync(), new(ShareScope.Total, null, false, 7))).Outcome);
        Assert.Equal(new Receipt(Outcome.Invalid, "scope"), await Share(ShareScope.None, null));
        Assert.Equal(new Receipt(Outcome.Invalid, "key"), await Share(ShareScope.Unit, "org-b"));
        Assert.Equal(new Receipt(Outcome.Invalid, "key"), await Share(ShareScope.Field, null));
        Assert.Equal(new Receipt(Outcome.Invalid, "days"), await Share(ShareScope.Total, null, 367));
        for (var i = 0; i < ShareCertificate.Most; i++)
        {
            Assert.Equal(Receipt.Done, await Share(i % 2 == 0 ? ShareScope.Total : ShareScope.Field, i % 2 == 0 ? null : "environment"));
        }

        Assert.Equal(Outcome.TooMany, (await Share(ShareScope.Total, null)).Outcome);
        Assert.Equal(Receipt.Done, await grain.EndShare(hours.City.Cell.Command(), an, 3));
        Assert.Equal(Outcome.NotFound, (await grain.EndShare(hours.City.Cell.Command(), an, 99)).Outcome);
        hours.City.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal(Receipt.Done, await Share(ShareScope.Total, null)); // those that are over make room
        var share = Assert.Single((await Reader(hours).Of(an, 0, 1))[0].Shares);
        Assert.Equal(ShareCertificate.Most + 1, share.Number); // a number is never used again
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task IsName_TenWrongNames_AreEnoughForADay()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (_, grain) = await IssuedAsync(hours);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(Outcome.Done, await grain.IsName(new(" 林小林 ")));
            Assert.Equal(Outcome.NotFound, await grain.IsName(new("林大林")));
        }

        Assert.Equal(Outcome.DailyLimit, await grain.IsName(new("林小林"))); // or the eleventh try would tell
        hours.City.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Outcome.Done, await grain.IsName(new("林小林")));
        Assert.DoesNotContain("林", new TypedName("林小林").ToString(), StringComparison.Ordinal);
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_Account_KeepsTheCertificateAndShowsItToNobody()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, _) = await IssuedAsync(hours);
        var number = (await Reader(hours).Of(an, 0, 1))[0].Number;
        await hours.City.Person(an).Close(hours.City.Cell.Command());
        await SweptAsync(hours);
        Assert.Null(await Reader(hours).Read(number));
        Assert.Empty(await Reader(hours).Of(an, 0, 10));
        Assert.Empty(await Reader(hours).By(Unit, 0, 10));
        Assert.True(await hours.City.Redis.KeyExistsAsync(hours.City.Keys.Record(CertificateState.Kind, number.ToString())));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Join_Accounts_CertificateIsListedUnderTheOneThatStaysAndSharedByIt()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (old, grain) = await IssuedAsync(hours);
        var (fresh, stranger) = (await hours.City.CitizenAsync(), await NamedAsync(hours, 19910101, "王小王"));
        RealName name = new("林小林", People.Number(19900101), 1);
        Assert.Equal(Outcome.Done, (await hours.Volunteer(fresh).Register(hours.City.Cell.Command(), new(new(fresh.Value), 19900101, 1, new("440703")))).Outcome);
        ShareCertificate share = new(ShareScope.Total, null, false, 7);
        Assert.Equal(Outcome.NotFound, (await grain.Share(hours.City.Cell.Command(), fresh, share)).Outcome); // not yet
        Assert.Equal(Outcome.Done, (await hours.Volunteer(fresh).ClaimIdentity(hours.City.Cell.Command(), name)).Outcome);
        Assert.Equal(Outcome.Done, (await hours.Volunteer(old).AnswerClaim(hours.City.Cell.Command(), join: true)).Outcome);
        await SweptAsync(hours);
        await ServedAsync(hours, fresh, Unit, 80, 1);
        var accounts = await hours.City.Cell.Services.GetRequiredService<VolunteerReader>().AccountsOf(fresh);
        Assert.Equal(Receipt.Done, await IssueAsync(hours, fresh, Choice(hours, Unit)));
        Assert.Equal([fresh, old], (await Reader(hours).Of(accounts, 0, 10)).Select(certificate => certificate.Volunteer)); // newest first
        Assert.Equal(old, Assert.Single(await Reader(hours).Of(accounts, 1, 10)).Volunteer);
        Assert.Equal(Receipt.Done, await grain.Share(hours.City.Cell.Command(), fresh, share));
        Assert.Equal(Outcome.NotFound, (await grain.Share(hours.City.Cell.Command(), stranger, share)).Outcome);
        Assert.Equal(Receipt.Done, await grain.EndShare(hours.City.Cell.Command(), fresh, 1));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_FalsifiedCount_IsFound()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        await IssuedAsync(hours);
        await hours.City.Redis.HashIncrementAsync(hours.City.Keys.Key("certificates"), "issued:" + Unit);
        Assert.Contains((await hours.City.RecountAsync()).Differences, difference => difference.Key == "certificates");
    }

    internal static async Task<ParticipantId> NamedAsync(HoursCity hours, int birth = 19900101, string name = "林小林")
    {
        var person = await hours.City.CitizenAsync();
        Assert.Equal(Outcome.Done, (await hours.Volunteer(person).Register(hours.City.Cell.Command(), new(new(person.Value), birth, 1, new("440703")))).Outcome);
        Assert.Equal(Outcome.Done, (await hours.Volunteer(person).GiveRealName(hours.City.Cell.Command(), new(name, People.Number(birth), 1))).Outcome);
        return person;
    }

    internal static async Task ServedAsync(HoursCity hours, ParticipantId person, string unit, double start, double length)
    {
        await hours.ActivityAsync(start, length, [person], state => state.Organisation = unit);
        await SweptAsync(hours);
    }

    internal static async Task SweptAsync(HoursCity hours)
    {
        for (var i = 0; i < 20 && await hours.City.SweepAsync() > 0; i++)
        {
        }
    }

    internal static async Task OffsetAsync(HoursCity hours, ParticipantId volunteer, ParticipantId by, ServiceRecordId entry, int minutes = -30)
    {
        Assert.Equal(Receipt.Done, await hours.Volunteer(volunteer).Offset(hours.City.Cell.Command(), by, new(entry, minutes, HourReason.WrongTimes)));
    }

    // Two hours of service, certified.
    internal static async Task<(ParticipantId An, ICertificateGrain Grain)> IssuedAsync(HoursCity hours)
    {
        var an = await NamedAsync(hours);
        await ServedAsync(hours, an, Unit, 50, 2);
        var command = hours.City.Cell.Command();
        var grain = Certificate(hours, an, command);
        Assert.Equal(Receipt.Done, await grain.Issue(command, an, Choice(hours, Unit)));
        return (an, grain);
    }

    private static IssueCertificate Choice(HoursCity hours, params string[] units)
    {
        var now = hours.City.Clock.UtcNow;
        return new(Engagement.Grains.Campaigns.ShanghaiDay.Of(now.AddDays(-30)), Engagement.Grains.Campaigns.ShanghaiDay.Of(now), units, CertificateShows.All);
    }

    private static Task<Receipt> IssueAsync(HoursCity hours, ParticipantId by, IssueCertificate choice)
    {
        var command = hours.City.Cell.Command();
        return Certificate(hours, by, command).Issue(command, by, choice);
    }

    private static ICertificateGrain Certificate(HoursCity hours, ParticipantId by, CommandId command) =>
        hours.City.Cell.Grains.GetGrain<ICertificateGrain>($"{hours.City.Cell.CellId}/{hours.City.Cell.Services.GetRequiredService<CellKeys>().CertificateNumber(by, command)}");

    private static CertificateReader Reader(HoursCity hours) => hours.City.Cell.Services.GetRequiredService<CertificateReader>();
}
