using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Activities;

/// <summary>What a sign-up tells its person, in their inbox.</summary>
[Collection(StoreTests.Name)]
public sealed class ActivityNoticeTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Inbox_MovedUpChangedRemindedMissed_TellsEachOnceAndOwnTapsNever()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var noon = city.Clock.UtcNow;
        var (_, activity, organiser) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(noon, 72, 75, 1)));
        var people = await city.PeopleAsync(2);
        await activity.SignUp(city.Cell.Command(), people[0], 1);
        await activity.SignUp(city.Cell.Command(), people[1], 1);
        await city.SweepAsync();
        Assert.Empty(await InboxAsync(city, people[0]));
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        await activity.Leave(city.Cell.Command(), people[0], 1, ExcuseReason.None);
        await city.SweepAsync();
        Assert.Empty(await InboxAsync(city, people[0]));
        Assert.Equal([NoticeKind.ActivityOffered], await InboxAsync(city, people[1]));
        await activity.SignUp(city.Cell.Command(), people[1], 1);
        Assert.Empty(await InboxAsync(city, people[1]));

        city.Clock.Advance(TimeSpan.FromMinutes(1));
        var draft = Drafts.Of(Drafts.Shift(noon, 72, 75, 1, 1));
        await activity.Write(city.Cell.Command(), organiser, ActivityCity.Organisation, draft with { Details = draft.Details with { Conditions = "带手套" } });
        Assert.Equal([NoticeKind.ActivityChanged], await InboxAsync(city, people[1]));
        await ActivityLedgerTests.Pass(city, hours: 53); // six in the evening of the day before
        Assert.Contains(NoticeKind.ActivityChanged, await InboxAsync(city, people[1]));
        Assert.DoesNotContain(NoticeKind.ActivityTomorrow, await InboxAsync(city, people[1]));
        await ActivityLedgerTests.Pass(city, hours: 1);
        Assert.Contains(NoticeKind.ActivityTomorrow, await InboxAsync(city, people[1]));
        await ActivityLedgerTests.Pass(city, hours: 24);
        await activity.MarkAbsent(organiser, people[1], 1);
        Assert.Contains(NoticeKind.ActivityMissed, await InboxAsync(city, people[1]));
        await activity.Excuse(city.Cell.Command(), people[1], 1, ExcuseReason.Work);
        Assert.DoesNotContain(NoticeKind.ActivityMissed, await InboxAsync(city, people[1]));
    }

    [RedisFact]
    public async Task Cancel_TellsWhoCountedOnIt()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var (id, activity, organiser) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 72, 75, 1)));
        var people = await city.PeopleAsync(2);
        await activity.SignUp(city.Cell.Command(), people[0], 1);
        await activity.SignUp(city.Cell.Command(), people[1], 1);
        Assert.Equal(new Receipt(Outcome.Invalid, "reason"), await activity.Cancel(city.Cell.Command(), organiser, "refuse"));
        Assert.Equal(Outcome.Forbidden, (await activity.Cancel(city.Cell.Command(), people[0], "下雨")).Outcome);
        Assert.Equal(Receipt.Done, await activity.Cancel(city.Cell.Command(), organiser, "下雨"));
        await city.SweepAsync();
        foreach (var person in people)
        {
            Assert.Equal([NoticeKind.ActivityCancelled], await InboxAsync(city, person));
        }

        var (_, other, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 72, 75, 1)));
        Assert.Equal(SignUpState.Confirmed, (await other.SignUp(city.Cell.Command(), people[0], 1)).State); // their time is theirs again
        Assert.Equal(Outcome.Withdrawn, (await activity.SignUp(city.Cell.Command(), await city.CitizenAsync(), 1)).Outcome);
        Assert.Null((await city.StateAsync(id)).Private);
        await city.IsCleanAsync();
    }

    private static async Task<NoticeKind[]> InboxAsync(City city, ParticipantId person) =>
        [.. (await city.Cell.Services.GetRequiredService<NoticeReader>().Read(person))!.Notices.Select(notice => notice.Kind)];
}
