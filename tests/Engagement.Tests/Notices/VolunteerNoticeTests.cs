using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Grains.Volunteers;
using Engagement.Tests.Certificates;
using Engagement.Tests.Hours;
using Engagement.Tests.Imports;
using Engagement.Tests.Storage;
using Engagement.Tests.Volunteers;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Notices;

/// <summary>What volunteers hear that somebody else decided: stars, certificates, claims of their number, hours that wait. Each once, in the commit of what it tells.</summary>
[Collection(StoreTests.Name)]
public sealed class VolunteerNoticeTests(StoreFixture stores)
{
    private static readonly Dictionary<string, string?> Near = Messages.With(new("Stars:Levels:0:Hours", "2"), new("Stars:Levels:1:Hours", "5"));

    [RedisFact]
    public async Task Star_ShownAndAwarded_TellsBothOnce()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Near);
        var (an, reviewer) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.HoursReviewer, ""));
        await hours.City.ReachableAsync(an);
        await CertificateLedgerTests.ServedAsync(hours, an, "org-a", 50, 3);
        await Stars(hours, an).Apply(hours.City.Cell.Command(), new(1, false));
        Assert.Empty(await hours.City.InboxAsync(an)); // their own tap is no news
        var command = hours.City.Cell.Command();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Receipt.Done, await Stars(hours, an).Review(command, reviewer, true, StarRefusal.None));
        }

        Assert.Equal(1, await hours.City.WaitingAsync());
        Assert.Equal((NoticeKind.StarShown, 1), await LatestAsync(hours.City, an));
        await CertificateLedgerTests.SweptAsync(hours);
        hours.City.Clock.Advance(TimeSpan.FromDays(15));
        await CertificateLedgerTests.SweptAsync(hours);
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Equal((NoticeKind.StarAwarded, 1), await LatestAsync(hours.City, an));
        Assert.Equal([NoticeKind.StarShown, NoticeKind.StarAwarded], hours.City.Cell.Outbox.Sent.SelectMany(message => message.Counts.Keys));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Star_Declined_SaysWhy()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Near);
        var (an, reviewer) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.HoursReviewer, ""));
        await hours.City.ReachableAsync(an);
        await CertificateLedgerTests.ServedAsync(hours, an, "org-a", 50, 3);
        await Stars(hours, an).Apply(hours.City.Cell.Command(), new(1, false));
        Assert.Equal(Receipt.Done, await Stars(hours, an).Review(hours.City.Cell.Command(), reviewer, false, StarRefusal.HoursUnclear));
        var line = Assert.Single(await hours.City.InboxAsync(an));
        Assert.Equal((NoticeKind.StarRefused, "Stars.RefusalHoursUnclear"), (line.Kind, line.Why));
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Equal(1, Assert.Single(hours.City.Cell.Outbox.Sent).Counts[NoticeKind.StarRefused]);
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Certificate_OfCorrectedHours_TellsFromTheOffsetOn_AndARevokedOneSaysWhy()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Messages.With());
        var (an, grain) = await CertificateLedgerTests.IssuedAsync(hours);
        await hours.City.ReachableAsync(an);
        var (one, two) = (await hours.StaffAsync(Role.Organiser, "org-a"), await hours.StaffAsync(Role.Organiser, "org-a"));
        Assert.Empty(await hours.City.InboxAsync(an));
        hours.City.Clock.Advance(TimeSpan.FromMinutes(2));
        await CertificateLedgerTests.OffsetAsync(hours, an, one, (await hours.EntriesAsync(an))[0].Id);
        var superseded = Assert.Single(await hours.City.InboxAsync(an));
        Assert.Equal((NoticeKind.CertificateSuperseded, hours.City.Clock.UtcNow, false), (superseded.Kind, superseded.At, superseded.Certificate.IsNone));
        Assert.Equal(1, await hours.City.WaitingAsync());

        hours.City.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Receipt.Done, await grain.AskRevocation(hours.City.Cell.Command(), one, "org-a", CertificateFault.WrongHours));
        Assert.Equal(NoticeKind.CertificateSuperseded, Assert.Single(await hours.City.InboxAsync(an)).Kind); // asked is not decided
        Assert.Equal(Receipt.Done, await grain.AnswerRevocation(hours.City.Cell.Command(), two, true));
        var revoked = Assert.Single(await hours.City.InboxAsync(an));
        Assert.Equal((NoticeKind.CertificateRevoked, "Cert.FaultWrongHours", superseded.Certificate), (revoked.Kind, revoked.Why, revoked.Certificate));
        Assert.Equal(2, await hours.City.WaitingAsync()); // another minute
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Single(hours.City.Cell.Outbox.Sent); // and yet one message a turn
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Claim_JoinedByOperators_TellsTheOwnerAndThenBoth()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Messages.With());
        var city = hours.City;
        var (old, fresh) = (await CertificateLedgerTests.NamedAsync(hours), await RegisteredAsync(hours));
        await city.ReachableAsync(old);
        await city.ReachableAsync(fresh);
        Assert.Equal(Outcome.Done, (await hours.Volunteer(fresh).ClaimIdentity(city.Cell.Command(), new("林小林", People.Number(19900101), 1))).Outcome);
        Assert.Equal(NoticeKind.IdentityClaimed, Assert.Single(await city.InboxAsync(old)).Kind);
        Assert.Empty(await city.InboxAsync(fresh));
        Assert.Equal(1, await city.WaitingAsync());
        city.Clock.Advance(TimeSpan.FromMinutes(2));
        var (record, one, two) = (await NumberAsync(city), await city.CitizenAsync(), await city.CitizenAsync());
        await record.Decide(city.Cell.Command(), one, true, "saw the card");
        await record.Decide(city.Cell.Command(), two, true, "called them");
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Equal(NoticeKind.IdentityPassed, Assert.Single(await city.InboxAsync(old)).Kind);
        Assert.Equal(NoticeKind.IdentityJoined, Assert.Single(await city.InboxAsync(fresh)).Kind);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Claim_Declined_TellsWhoClaimed_AndTheOwnerWhenStaffDidIt()
    {
        await using var hours = await HoursCity.StartAsync(stores, settings: Messages.With());
        var city = hours.City;
        var (old, fresh) = (await CertificateLedgerTests.NamedAsync(hours), await RegisteredAsync(hours));
        await hours.Volunteer(fresh).ClaimIdentity(city.Cell.Command(), new("林小林", People.Number(19900101), 1));
        await hours.Volunteer(old).AnswerClaim(city.Cell.Command(), join: false);
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Equal([NoticeKind.IdentityDeclined], (await city.InboxAsync(fresh)).Select(line => line.Kind));
        Assert.Empty(await city.InboxAsync(old)); // they did it themselves

        city.Clock.Advance(TimeSpan.FromMinutes(2));
        await hours.Volunteer(fresh).ClaimIdentity(city.Cell.Command(), new("林小林", People.Number(19900101), 1));
        await (await NumberAsync(city)).Decide(city.Cell.Command(), await city.CitizenAsync(), false, "somebody else");
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Equal([NoticeKind.IdentityDeclined, NoticeKind.IdentityDeclined], (await city.InboxAsync(fresh)).Select(line => line.Kind));
        Assert.Equal([NoticeKind.IdentityKept], (await city.InboxAsync(old)).Select(line => line.Kind));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Import_ManyRows_IsOneLineAPersonAndUpload_UntilAllAreAnswered()
    {
        await using var city = await ImportCity.StartAsync(stores, settings: Messages.With());
        var (an, bo) = (await city.VolunteerAsync(), await city.VolunteerAsync());
        await city.City.ReachableAsync(an.Id);
        HourImportRow[] rows = [.. Enumerable.Range(0, 60).Select(i => city.RowOf(i < 59 ? an.Number : bo.Number, i, 3 + 2 * i))];
        await city.ImportedAsync(rows);
        await CertificateLedgerTests.SweptAsync(city.Hours);
        var line = Assert.Single(await city.City.InboxAsync(an.Id));
        Assert.Equal((NoticeKind.HoursOffered, 59), (line.Kind, (int)line.Number));
        Assert.Equal(1, (int)Assert.Single(await city.City.InboxAsync(bo.Id)).Number);
        Assert.Equal(1, Assert.Single(city.City.Cell.Outbox.Sent).Counts[NoticeKind.HoursOffered]);

        await city.Row(rows[0]).Answer(city.City.Cell.Command(), an.Id, MakeUpAnswer.Confirm);
        Assert.Equal(line with { Number = 58 }, Assert.Single(await city.City.InboxAsync(an.Id))); // no newer than it was: nobody is told again
        city.City.Clock.Advance(TimeSpan.FromMinutes(2));
        await city.ImportedAsync([city.RowOf(an.Number, 100, 400)]);
        Assert.Equal([1, 58], (await city.City.InboxAsync(an.Id)).Select(each => (int)each.Number));
        await city.Row(rows[59]).Answer(city.City.Cell.Command(), bo.Id, MakeUpAnswer.NotThere);
        Assert.Empty(await city.City.InboxAsync(bo.Id));
        await CertificateLedgerTests.SweptAsync(city.Hours);
        await city.City.IsCleanAsync();
    }

    private static async Task<(NoticeKind, int)> LatestAsync(City city, ParticipantId person) =>
        (await city.InboxAsync(person))[0] is { } latest ? (latest.Kind, (int)latest.Number) : default;

    private static async Task<ParticipantId> RegisteredAsync(HoursCity hours)
    {
        var person = await hours.City.CitizenAsync();
        Assert.Equal(Outcome.Done, (await hours.Volunteer(person).Register(hours.City.Cell.Command(), new(new(person.Value), 19900101, 1, new()))).Outcome);
        return person;
    }

    private static async Task<IRealNameGrain> NumberAsync(City city) => city.Cell.Grains.GetGrain<IRealNameGrain>(
        $"{city.Cell.CellId}/{(await city.Cell.Services.GetRequiredService<VolunteerReader>().Claims(10)).Single()}");

    private static IStarGrain Stars(HoursCity hours, ParticipantId person) => hours.City.Cell.Grains.GetGrain<IStarGrain>($"{hours.City.Cell.CellId}/{person}");
}
