using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Activities;

/// <summary>Activities from draft to end on a real store, each test closed by a recount (VH-03, VH-15, VH-19).</summary>
[Collection(StoreTests.Name)]
public sealed class ActivityLedgerTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Submit_AnythingThatTheLawAsksForIsMissing_NamesEachField()
    {
        await using var city = await StartAsync();
        var organiser = await city.StaffAsync(Role.Organiser, ActivityCity.Organisation);
        var activity = city.Activity(new(Guid.NewGuid()));
        Assert.Equal(Outcome.NotFound, (await activity.Submit(city.Cell.Command(), organiser)).Outcome);
        Assert.Equal(Outcome.Done, (await activity.Write(city.Cell.Command(), organiser, ActivityCity.Organisation, new(new("名称"), []))).Outcome);
        var receipt = await activity.Submit(city.Cell.Command(), organiser);
        Assert.Equal(Outcome.Invalid, receipt.Outcome);
        Assert.Equal(["district", "place", "content", "conditions", "lead", "riskText", "safeguards", "serviceClass", "shifts"], receipt.Fields!);
        Assert.Equal(Outcome.Done, (await activity.Write(city.Cell.Command(), organiser, ActivityCity.Organisation, Drafts.Of(Drafts.Shift(city.Clock.UtcNow, -2, 1, 5)))).Outcome);
        Assert.Equal(["shifts"], (await activity.Submit(city.Cell.Command(), organiser)).Fields!);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Write_BadFieldsAndWords_ChangeNothing()
    {
        await using var city = await StartAsync();
        var organiser = await city.StaffAsync(Role.Organiser, ActivityCity.Organisation);
        var (id, good) = (new ActivityId(Guid.NewGuid()), Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 27, 5)));
        var activity = city.Activity(id);
        var bad = Drafts.Details with { Title = new string('长', 41), District = "unknown", ServiceClass = "unknown", MinAge = -1, Risks = (ActivityRisks)4096 };
        var receipt = await activity.Write(city.Cell.Command(), organiser, ActivityCity.Organisation, new(bad, [new(5, 4, 0)]));
        Assert.Equal(["title", "district", "serviceClass", "risks", "minAge", "shifts", "places"], receipt.Fields!);
        Assert.Equal((Outcome.Invalid, "organisation"), await Plain(activity.Write(city.Cell.Command(), organiser, "nobody", good)));
        Assert.Equal(Outcome.Forbidden, (await activity.Write(city.Cell.Command(), organiser, "org-other", good)).Outcome);
        receipt = await activity.Write(city.Cell.Command(), organiser, ActivityCity.Organisation, good with { Details = good.Details with { Content = "refuse" } });
        Assert.Equal((Outcome.TextRefused, "content"), (receipt.Outcome, receipt.Fields!.Single()));
        Assert.Null(await city.Cell.Services.GetRequiredService<ActivityReader>().Read(id));
    }

    [RedisFact]
    public async Task Decide_WhoeverWroteIt_MayNot_AndOtherDistrictsMayNeither()
    {
        await using var city = await StartAsync();
        var organiser = await city.StaffAsync(Role.Organiser, ActivityCity.Organisation);
        var (here, elsewhere) = (await city.StaffAsync(Role.HoursReviewer, "440703"), await city.StaffAsync(Role.HoursReviewer, "440704"));
        Assert.Equal(Outcome.Done, (await city.Person(organiser).Appoint(city.Cell.Command(), organiser, new(Role.HoursReviewer), true, "test")).Outcome);
        var activity = city.Activity(new(Guid.NewGuid()));
        await activity.Write(city.Cell.Command(), organiser, ActivityCity.Organisation, Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 27, 5)));
        await activity.Submit(city.Cell.Command(), organiser);
        Assert.Equal(Outcome.Forbidden, (await activity.Decide(city.Cell.Command(), organiser, true, null)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await activity.Decide(city.Cell.Command(), elsewhere, true, null)).Outcome);
        Assert.Equal(new Receipt(Outcome.Invalid, "reason"), await activity.Decide(city.Cell.Command(), here, false, " "));
        Assert.Equal(Receipt.Done, await activity.Decide(city.Cell.Command(), here, false, "地点写清楚些"));
        Assert.Equal(Outcome.NotFound, (await activity.SignUp(city.Cell.Command(), await city.CitizenAsync(), 1)).Outcome);
        await activity.Submit(city.Cell.Command(), organiser);
        var command = city.Cell.Command();
        Assert.Equal(Receipt.Done, await activity.Decide(command, here, true, null));
        Assert.Equal(Receipt.Done, await activity.Decide(command, here, true, null));
        Assert.Equal(Outcome.AlreadyDecided, (await activity.Decide(city.Cell.Command(), here, false, "x")).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Agenda_ShiftsBeginAndEnd_AndAnExtensionReopens()
    {
        await using var city = await StartAsync();
        var (id, activity, organiser) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 26, 5)));
        Assert.Equal(Outcome.Invalid, (await activity.Extend(city.Cell.Command(), organiser, 1, 30)).Outcome);
        await Pass(city, hours: 24.5);
        Assert.Equal(ActivityStage.Running, (await city.StateAsync(id)).Stage);
        Assert.Equal(new Receipt(Outcome.Invalid, "minutes"), await activity.Extend(city.Cell.Command(), organiser, 1, 121));
        await Pass(city, hours: 2);
        Assert.Equal(ActivityStage.Ended, (await city.StateAsync(id)).Stage);
        Assert.Equal(Receipt.Done, await activity.Extend(city.Cell.Command(), organiser, 1, 60));
        Assert.Equal(ActivityStage.Running, (await city.StateAsync(id)).Stage);
        await Pass(city, hours: 0.6);
        Assert.Equal(ActivityStage.Ended, (await city.StateAsync(id)).Stage);
        Assert.Equal(Outcome.AlreadyDecided, (await activity.Cancel(city.Cell.Command(), organiser, "迟了")).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Danger_WithoutInsurance_DoesNotStartAndIsCalledOff()
    {
        await using var city = await StartAsync();
        var draft = Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 26, 5));
        draft = draft with { Details = draft.Details with { Danger = true } };
        var (id, _, _) = await city.PublishedAsync(draft);
        var (insured, grain, organiser) = await city.PublishedAsync(draft);
        await Pass(city, hours: 25);
        Assert.Equal(ActivityStage.Published, (await city.StateAsync(id)).Stage);
        Assert.Equal(new Receipt(Outcome.Invalid, "policy"), await grain.Insure(city.Cell.Command(), organiser, " "));
        Assert.Equal(Receipt.Done, await grain.Insure(city.Cell.Command(), organiser, "PICC-2026-0601"));
        Assert.Equal(ActivityStage.Running, (await city.StateAsync(insured)).Stage);
        await Pass(city, hours: 2);
        Assert.Equal((ActivityStage.Cancelled, ActivityStage.Ended), ((await city.StateAsync(id)).Stage, (await city.StateAsync(insured)).Stage));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Change_AnotherTime_KeepsPlacesForThoseWhoSayYesAgain()
    {
        await using var city = await StartAsync();
        var noon = city.Clock.UtcNow;
        var (id, activity, organiser) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(noon, 100, 103, 2)));
        var people = await city.PeopleAsync(3);
        foreach (var person in people)
        {
            Assert.Equal(Outcome.Done, (await activity.SignUp(city.Cell.Command(), person, 1)).Outcome);
        }

        await city.SweepAsync();
        var faulty = await activity.Write(city.Cell.Command(), organiser, ActivityCity.Organisation, Drafts.Of(Drafts.Shift(noon, 100, 103, 1, 1)));
        Assert.Equal(["places"], faulty.Fields!);
        Assert.Equal(Outcome.Done, (await activity.Write(city.Cell.Command(), organiser, ActivityCity.Organisation, Drafts.Of(Drafts.Shift(noon, 101, 104, 2, 1)))).Outcome);
        Assert.Equal([SignUpState.Reconfirm, SignUpState.Reconfirm, SignUpState.Waiting], await StatesAsync(city, id, people));
        await city.SweepAsync();
        Assert.Equal(SignUpState.Confirmed, (await activity.SignUp(city.Cell.Command(), people[0], 1)).State);
        await Pass(city, hours: 49);
        Assert.Equal([SignUpState.Confirmed, SignUpState.Lapsed, SignUpState.Offered], await StatesAsync(city, id, people));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task MarkAbsent_ByWhoWasThere_CountsUntilExcused()
    {
        await using var city = await StartAsync();
        var people = await city.PeopleAsync(3);
        for (var i = 0; i < 3; i++)
        {
            var (_, activity, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 26, 5)));
            await activity.SignUp(city.Cell.Command(), people[0], 1);
            await activity.SignUp(city.Cell.Command(), people[1], 1);
            Assert.Equal(Outcome.Expired, (await activity.MarkAbsent(people[1], people[0], 1)).Outcome);
            await Pass(city, hours: 27);
            Assert.Equal(Outcome.NotFound, (await activity.MarkAbsent(people[2], people[0], 1)).Outcome); // who was not there notes nothing
            Assert.Equal(Receipt.Done, await activity.MarkAbsent(people[1], people[0], 1));
            Assert.Equal(Receipt.Done, await activity.MarkAbsent(people[1], people[0], 1));
            await city.SweepAsync();
        }

        Assert.Equal(3, (await city.Volunteer(people[0]).Card()).Absences);
        var (_, next, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 26, 5)));
        Assert.Equal(SignUpState.Asked, (await next.SignUp(city.Cell.Command(), people[0], 1)).State);
        Assert.Equal(SignUpState.Confirmed, (await next.SignUp(city.Cell.Command(), people[1], 1)).State);
        city.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(0, (await city.Volunteer(people[0]).Card()).Absences);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Excuse_OneTap_CountsForNothing()
    {
        await using var city = await StartAsync();
        var people = await city.PeopleAsync(2);
        var (_, activity, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 26, 5)));
        await activity.SignUp(city.Cell.Command(), people[0], 1);
        await activity.SignUp(city.Cell.Command(), people[1], 1);
        await Pass(city, hours: 27);
        await activity.MarkAbsent(people[1], people[0], 1);
        await city.SweepAsync();
        Assert.Equal(1, (await city.Volunteer(people[0]).Card()).Absences);
        Assert.Equal(new Receipt(Outcome.Invalid, "reason"), await activity.Excuse(city.Cell.Command(), people[0], 1, ExcuseReason.None));
        Assert.Equal(Receipt.Done, await activity.Excuse(city.Cell.Command(), people[0], 1, ExcuseReason.Ill));
        await city.SweepAsync();
        Assert.Equal(0, (await city.Volunteer(people[0]).Card()).Absences);
        Assert.Equal(Receipt.Done, await activity.Feedback(city.Cell.Command(), people[1], 1, ActivityFeedback.Again | ActivityFeedback.Prepared));
        Assert.Equal(new Receipt(Outcome.Invalid, "feedback"), await activity.Feedback(city.Cell.Command(), people[1], 1, (ActivityFeedback)1024));
        await city.IsCleanAsync();
    }

    private Task<City> StartAsync() => Started(stores);

    internal static async Task<City> Started(StoreFixture stores) => await ActivityCity.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));

    internal static async Task Pass(City city, double hours)
    {
        city.Clock.Advance(TimeSpan.FromHours(hours));
        await city.SweepAsync();
    }

    internal static async Task<IEnumerable<SignUpState>> StatesAsync(City city, ActivityId id, IEnumerable<ParticipantId> people)
    {
        var state = await city.StateAsync(id);
        return [.. people.Select(person => state.SignUpOf(person, 1)?.State ?? SignUpState.None)];
    }

    private static async Task<(Outcome, string)> Plain(Task<ActivityReceipt> answer) => (await answer) is { } receipt ? (receipt.Outcome, string.Join(' ', receipt.Fields ?? [])) : default;
}
