using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Activities;

/// <summary>Sign-ups under burst, waitlists, gates and people's time, on a real store (VH-04, VH-15).</summary>
[Collection(StoreTests.Name)]
public sealed class SignUpLedgerTests(StoreFixture stores)
{
    [RedisFact]
    public async Task SignUp_FiftyForTenPlacesAtOnce_TenHaveOneAndFortyWaitInOrder()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var (id, activity, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 27, 10)));
        var people = await city.PeopleAsync(50);
        var commands = people.Select(person => (person, Command: city.Cell.Command())).ToArray();
        var answers = await Task.WhenAll(commands.Select(each => Persistent(() => activity.SignUp(each.Command, each.person, 1))));
        Assert.Equal(10, answers.Count(answer => answer.State == SignUpState.Confirmed));
        Assert.Equal(Enumerable.Range(1, 40), answers.Where(answer => answer.State == SignUpState.Waiting).Select(answer => answer.Place).Order());
        Assert.Equal(answers[0].State, (await activity.SignUp(commands[0].Command, people[0], 1)).State);
        Assert.Equal(50, (await city.StateAsync(id)).SignUps.Count);
        await city.SweepAsync();
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task SignUp_OverlappingShiftsOfDifferentActivitiesAtOnce_OneOfThem()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var (one, first, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 27, 10)));
        var (two, second, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 26, 29, 10), Drafts.Shift(city.Clock.UtcNow, 27, 29, 10)));
        foreach (var person in await city.PeopleAsync(10))
        {
            var answers = await Task.WhenAll(Persistent(() => first.SignUp(city.Cell.Command(), person, 1)), Persistent(() => second.SignUp(city.Cell.Command(), person, 1)));
            Assert.Equal([Outcome.Done, Outcome.Overlaps], answers.Select(answer => answer.Outcome).Order());
        }

        var (a, b) = (await city.StateAsync(one), await city.StateAsync(two));
        Assert.Equal(10, a.Shift(1)!.Taken + b.Shift(1)!.Taken);
        var winner = a.SignUps.Count > 0 ? a.SignUps.Keys.First().Person : default;
        Assert.True(winner.IsNone || (await second.SignUp(city.Cell.Command(), winner, 2)).State == SignUpState.Confirmed); // one right after the other is fine
        await city.SweepAsync();
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Leave_PlaceBecomesFree_TheWaitlistMovesUpInOrderAndOffersRunOut()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var (id, activity, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 48, 50, 1)));
        var people = await city.PeopleAsync(4);
        foreach (var person in people)
        {
            await activity.SignUp(city.Cell.Command(), person, 1);
        }

        Assert.Equal(Receipt.Done, await activity.Leave(city.Cell.Command(), people[0], 1, ExcuseReason.None));
        var late = await activity.SignUp(city.Cell.Command(), await city.CitizenAsync(), 1);
        Assert.Equal((SignUpState.Waiting, 4), (late.State, late.Place)); // not past those who wait
        await city.SweepAsync();
        Assert.Equal([SignUpState.Withdrawn, SignUpState.Offered, SignUpState.Waiting, SignUpState.Waiting], await ActivityLedgerTests.StatesAsync(city, id, people));
        await ActivityLedgerTests.Pass(city, hours: 2);
        Assert.Equal([SignUpState.Withdrawn, SignUpState.Lapsed, SignUpState.Offered, SignUpState.Waiting], await ActivityLedgerTests.StatesAsync(city, id, people));
        Assert.Equal(SignUpState.Confirmed, (await activity.SignUp(city.Cell.Command(), people[2], 1)).State);
        await ActivityLedgerTests.Pass(city, hours: 47);
        Assert.Equal([SignUpState.Withdrawn, SignUpState.Lapsed, SignUpState.Confirmed, SignUpState.Lapsed], await ActivityLedgerTests.StatesAsync(city, id, people));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Leave_LessThanTwelveHoursBefore_AsksForAReason()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var (id, activity, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 27, 10)));
        var people = await city.PeopleAsync(2);
        await activity.SignUp(city.Cell.Command(), people[0], 1);
        await ActivityLedgerTests.Pass(city, hours: 12.1);
        Assert.Equal(new Receipt(Outcome.Invalid, "reason"), await activity.Leave(city.Cell.Command(), people[0], 1, ExcuseReason.None));
        var (older, command) = (city.Cell.Command(), city.Cell.Command());
        city.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Receipt.Done, await activity.Leave(city.Cell.Command(), people[0], 1, ExcuseReason.Family));
        Assert.Equal(SignUpState.Withdrawn, (await activity.SignUp(older, people[0], 1)).State); // a late retry of what was before
        Assert.Equal(Outcome.NotFound, (await activity.Leave(command, people[1], 1, ExcuseReason.Ill)).Outcome);
        await ActivityLedgerTests.Pass(city, hours: 12);
        Assert.Equal(Outcome.Expired, (await activity.SignUp(city.Cell.Command(), people[1], 1)).Outcome);
        Assert.Equal(0, (await city.StateAsync(id)).Shift(1)!.Taken);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task SignUp_BelowTheLevelOrTheAge_NamesTheGate()
    {
        await using var city = await ActivityCity.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), IdentityLevel.Phone);
        var (_, activity, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 27, 10)));
        var receipt = await activity.SignUp(city.Cell.Command(), await city.CitizenAsync(), 1);
        Assert.Equal((Outcome.Forbidden, "level"), (receipt.Outcome, receipt.Field));
        Assert.Equal(Outcome.SignInRequired, (await activity.SignUp(city.Cell.Command(), new(Guid.NewGuid()), 1)).Outcome);
        await city.IsCleanAsync();

        var draft = Drafts.Of(Drafts.Shift(DateTimeOffset.UnixEpoch, 1, 2, 1)).Details;
        var card = new VolunteerCard(IdentityLevel.RealName, new());
        Assert.Equal("age", SignUpRules.Gate(new() { Details = draft with { Danger = true } }, card, new()));
        Assert.Equal("age", SignUpRules.Gate(new() { Details = draft with { MinAge = 14 } }, card with { Age = 13 }, new()));
        Assert.Equal("guardian", SignUpRules.Gate(new() { Details = draft with { MinAge = 14 } }, card with { Age = 14 }, new()));
        Assert.Null(SignUpRules.Gate(new() { Details = draft with { MinAge = 14 } }, card with { Age = 14, Guardian = GuardianConsent.Given }, new()));
        Assert.Equal("age", SignUpRules.Gate(new() { Details = draft }, card with { Age = 7, Guardian = GuardianConsent.Given }, new()));
        Assert.Equal("guardian", SignUpRules.Gate(new() { Details = draft }, card with { Age = 17 }, new() { LowestLevel = IdentityLevel.WeChat }));
        Assert.Equal("age", SignUpRules.Gate(new() { Details = draft with { Danger = true } }, card with { Age = 17 }, new()));
    }

    [RedisFact]
    public async Task SignUp_TrainingRequired_WaitsForTheOrganiserAndHoldsItsPlace()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var draft = Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 27, 1));
        var (id, activity, organiser) = await city.PublishedAsync(draft with { Details = draft.Details with { Training = "急救证" } });
        var people = await city.PeopleAsync(2);
        Assert.Equal(SignUpState.Asked, (await activity.SignUp(city.Cell.Command(), people[0], 1)).State);
        Assert.Equal(SignUpState.Waiting, (await activity.SignUp(city.Cell.Command(), people[1], 1)).State);
        Assert.Equal(Outcome.Forbidden, (await activity.Admit(people[1], people[0], 1, true)).Outcome);
        Assert.Equal(Receipt.Done, await activity.Admit(organiser, people[0], 1, true));
        Assert.Equal(Receipt.Done, await activity.Admit(organiser, people[0], 1, false));
        await city.SweepAsync();
        Assert.Equal([SignUpState.Refused, SignUpState.Offered], await ActivityLedgerTests.StatesAsync(city, id, people));
        Assert.Equal(Outcome.Forbidden, (await activity.SignUp(city.Cell.Command(), people[0], 1)).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Hold_LeftBehindByASiloThatDied_IsGivenBack()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var (id, activity, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 27, 10)));
        var (_, other, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 25, 26, 10)));
        var person = await city.CitizenAsync();
        var shift = (await city.StateAsync(id)).Shift(1)!;
        Assert.Equal(Outcome.Done, (await city.Volunteer(person).Hold(id, 1, shift.Start, shift.End)).Outcome);
        Assert.Equal(Outcome.Overlaps, (await other.SignUp(city.Cell.Command(), person, 1)).Outcome);
        await city.IsCleanAsync();
        city.Clock.Advance(TimeSpan.FromMinutes(3));
        await city.SweepAsync();
        Assert.Equal(SignUpState.Confirmed, (await other.SignUp(city.Cell.Command(), person, 1)).State);
        Assert.Equal(Outcome.Overlaps, (await activity.SignUp(city.Cell.Command(), person, 1)).Outcome);
        await city.SweepAsync();
        city.Clock.Advance(TimeSpan.FromMinutes(3));
        await city.SweepAsync();
        Assert.Equal(Outcome.Overlaps, (await activity.SignUp(city.Cell.Command(), person, 1)).Outcome); // a firm one stays
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_Account_GivesBackWhatLiesAhead()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var (id, activity, _) = await city.PublishedAsync(Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 48, 50, 1)));
        var people = await city.PeopleAsync(2);
        await activity.SignUp(city.Cell.Command(), people[0], 1);
        await activity.SignUp(city.Cell.Command(), people[1], 1);
        Assert.Equal(Outcome.Done, (await city.Person(people[0]).Close(city.Cell.Command())).Outcome);
        await ActivityLedgerTests.Pass(city, hours: 1);
        await city.SweepAsync();
        Assert.Equal([SignUpState.Withdrawn, SignUpState.Offered], await ActivityLedgerTests.StatesAsync(city, id, people));
        await city.IsCleanAsync();
    }

    // A cold cluster may take longer than a call waits, and a hold may run out under load: the same command again.
    private static async Task<SignUpReceipt> Persistent(Func<Task<SignUpReceipt>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await call() is var receipt && receipt.Outcome != Outcome.Busy)
                {
                    return receipt;
                }
            }
            catch (Exception e) when (attempt < 20 && e is TimeoutException or LedgerException or LedgerBusyException)
            {
                await Task.Delay(20);
            }
        }
    }
}
