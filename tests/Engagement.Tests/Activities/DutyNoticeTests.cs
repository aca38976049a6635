using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Engagement.Grains.Participants;
using Engagement.Tests.Notices;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Activities;

/// <summary>The clock of ten working days tells those who are to settle, and at last those who see to it: each reminder once, none once it is settled.</summary>
[Collection(StoreTests.Name)]
public sealed class DutyNoticeTests(StoreFixture stores)
{
    private static readonly Dictionary<string, string?> Once = Messages.With(KeyValuePair.Create<string, string?>("Activities:LowestLevel", nameof(IdentityLevel.WeChat)));

    [RedisFact]
    public async Task Remind_NobodySettles_TellsOrganisersTwiceAndThenAlsoTheSupervisor()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), settings: Once);
        var (id, _, organiser) = await EndedAsync(city);
        var colleague = await city.StaffAsync(Role.Organiser, ActivityCity.Organisation);
        var elsewhere = await city.StaffAsync(Role.Organiser, "org-other");
        var (supervisor, far) = (await city.StaffAsync(Role.HoursReviewer, "440703"), await city.StaffAsync(Role.HoursReviewer, "440705"));
        foreach (var person in new[] { organiser, supervisor })
        {
            await city.ReachableAsync(person);
        }

        Assert.Empty(await city.InboxAsync(organiser));
        foreach (var (day, kind, left) in new[] { (10, NoticeKind.ActivityUnsettled, 7), (16, NoticeKind.ActivityUnsettled, 3) }) // 3 and 7 working days after Thursday the 4th
        {
            await SweptAsync(city, day, hours: -1);
            Assert.DoesNotContain(await city.InboxAsync(organiser), line => line.Number == left);
            await SweptAsync(city, day);
            var line = Assert.Single(await city.InboxAsync(organiser));
            Assert.Equal((kind, left, id, Drafts.Details.Title), (line.Kind, (int)line.Number, line.Activity, line.About));
            Assert.Equal(line, Assert.Single(await city.InboxAsync(colleague)));
            Assert.Empty(await city.InboxAsync(supervisor));
        }

        await SweptAsync(city, 19); // the 19th is a holiday; ten working days are over all the same
        Assert.Equal(NoticeKind.ActivityOverdue, Assert.Single(await city.InboxAsync(organiser)).Kind);
        Assert.Equal(NoticeKind.ActivityLate, Assert.Single(await city.InboxAsync(supervisor)).Kind);
        Assert.Empty((await city.InboxAsync(elsewhere)).Concat(await city.InboxAsync(far)));
        await SweptAsync(city, 26);
        Assert.Equal(4, city.Cell.Outbox.Sent.Count); // three to the organiser, one to the supervisor; the rest of the week none
        Assert.All(city.Cell.Outbox.Sent, message => Assert.Equal(1, message.Counts.Values.Sum()));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Remind_StepFailsOnceThenRunsOftenAndTogether_WritesOneMessage()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), settings: Once);
        var (id, activity, organiser) = await EndedAsync(city);
        await city.ReachableAsync(organiser);
        city.Clock.UtcNow = Day(10);
        city.Cell.Sabotage.FailsNext = true;
        city.Cell.Doors["fail"].Opened.SetResult();
        await Assert.ThrowsAsync<LedgerException>(() => activity.Due(AttendanceEffects.Record(id))); // nothing of it is there
        Assert.Equal(0, await city.WaitingAsync());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => activity.Due(AttendanceEffects.Record(id)))); // late sweepers, all at once
        Assert.Equal(1, await city.WaitingAsync());
        city.Clock.Advance(TimeSpan.FromMinutes(5)); // another minute would be another entry
        await activity.Due(AttendanceEffects.Record(id));
        Assert.Equal(1, await city.WaitingAsync());
        await SweptAsync(city, 10, hours: 10);
        Assert.Single(city.Cell.Outbox.Sent);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Remind_SettledBefore_TellsNobodyAndTakesTheLineBack()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), settings: Once);
        var (_, activity, organiser) = await EndedAsync(city);
        await city.ReachableAsync(organiser);
        await SweptAsync(city, 10);
        Assert.Single(await city.InboxAsync(organiser));
        Assert.Equal(Receipt.Done, await activity.Settle(city.Cell.Command(), organiser));
        Assert.Empty(await city.InboxAsync(organiser));
        foreach (var day in new[] { 16, 19, 26 })
        {
            await SweptAsync(city, day);
        }

        Assert.Empty(await city.InboxAsync(organiser));
        Assert.Single(city.Cell.Outbox.Sent);
        await city.IsCleanAsync();
    }

    [Fact]
    public void Of_NobodyInTheTeam_AsksTheNearestAboveAndWhoeverWroteIt()
    {
        ParticipantId[] p = [.. Enumerable.Range(1, 7).Select(AttendanceModel.Person)];
        var activity = new ActivityState { Organisation = "team", Details = Drafts.Details, Writers = [p[0], p[5]] };
        StaffMember[] staff =
        [
            Member(p[0], new(Role.Organiser, "")), Member(p[1], new(Role.Organiser, "org")), Member(p[2], new(Role.Organiser, "")),
            Member(p[3], new(Role.HoursReviewer, "")), Member(p[4], new(Role.HoursReviewer, "440705")), Member(p[5], new(Role.Reviewer, "")), Member(p[6], new(Role.Operator, "")),
        ];
        Assert.Equal((Names(p[0], p[1]), Names(p[3])), Found(DutyPeople.Of(activity, staff, ["team", "org"]))); // p5 wrote it once, and runs nothing any more
        Assert.Equal((Names(p[6]), Names()), Found(DutyPeople.Of(activity, [staff[6]], ["team", "org"])));
        Assert.Equal((Names(p[1]), Names(p[6])), Found(DutyPeople.Of(activity, [staff[1], staff[6]], ["team", "org"])));

        static StaffMember Member(ParticipantId id, RoleGrant grant) => new(id, null, [grant], false, false, null);
        static string Names(params IEnumerable<ParticipantId> people) => string.Join(' ', people);
        static (string, string) Found((IReadOnlyList<ParticipantId> Organisers, IReadOnlyList<ParticipantId> Supervisors) found) => (Names(found.Organisers), Names(found.Supervisors));
    }

    // Over on Thursday, 4 June 2026.
    private static async Task<(ActivityId Id, IActivityGrain Activity, ParticipantId Organiser)> EndedAsync(City city)
    {
        var (id, activity, organiser) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 72, 75, 1)));
        await ActivityLedgerTests.Pass(city, hours: 72);
        await ActivityLedgerTests.Pass(city, hours: 3);
        return (id, activity, organiser);
    }

    private static DateTimeOffset Day(int day) => new(2026, 6, day, 0, 0, 0, ShanghaiDay.Offset);

    private static async Task SweptAsync(City city, int day, int hours = 9)
    {
        city.Clock.UtcNow = Day(day).AddHours(hours);
        for (var i = 0; i < 3; i++)
        {
            await city.SweepAsync();
        }
    }
}
