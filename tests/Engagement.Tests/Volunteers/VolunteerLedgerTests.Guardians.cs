using Engagement.Contracts;
using Engagement.Grains.Rankings;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Engagement.Grains.Volunteers;
using Engagement.Tests.Activities;
using Engagement.Tests.Hours;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using RedisType = StackExchange.Redis.RedisType;

namespace Engagement.Tests.Volunteers;

// Minors and their guardians, accounts that are closed, teams.
public sealed partial class VolunteerLedgerTests
{
    [RedisFact]
    public async Task Unguard_TellsWhoCancels_AndHoursStayWithTheMinor()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (guardian, minor) = (await Named(city, "王五", 19850101), await Registered(city, 20150101));
        var child = Volunteer(city, minor);
        Assert.Equal(Outcome.GuardianNeeded, (await child.Card()).Gate(IdentityLevel.Phone, false));
        Assert.Equal(Outcome.GuardianNeeded, (await child.GiveRealName(city.Cell.Command(), Real("小明", 20150101))).Outcome); // below 14 it is the guardian's to give
        var code = (await child.GuardianCode())!;
        Assert.Equal(Outcome.NotFound, (await child.Guard(city.Cell.Command(), guardian, "AAAAAAAAAAAAAAAAAAAAAA")).Outcome);
        Assert.Equal(Outcome.Forbidden, (await child.Guard(city.Cell.Command(), minor, code)).Outcome);
        Assert.Equal(Outcome.LevelNeeded, (await child.Guard(city.Cell.Command(), await Registered(city, 19850101), code)).Outcome);
        Assert.Equal(Outcome.Done, (await child.Guard(city.Cell.Command(), guardian, code)).Outcome);
        Assert.NotEqual(code, await child.GuardianCode()); // used up
        Assert.Null((await child.Card()).Gate(IdentityLevel.Phone, false));
        Assert.Equal(minor, (await child.AsWard(guardian))!.Ward);
        Assert.Null(await child.AsWard(await city.CitizenAsync()));

        Assert.Equal(Outcome.NotFound, (await child.Unguard(city.Cell.Command(), await city.CitizenAsync())).Outcome);
        Assert.Equal(Outcome.Done, (await child.Unguard(city.Cell.Command(), guardian)).Outcome);
        Assert.Equal(Outcome.GuardianNeeded, (await child.Card()).Gate(IdentityLevel.Phone, false));
        Assert.Contains((await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key("agenda"))).Select(entry => (string)entry!), entry => entry.StartsWith($"unguard:{minor}:", StringComparison.Ordinal));
        await city.SweepAsync();
        Assert.DoesNotContain((await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key("agenda"))).Select(entry => (string)entry!), entry => entry.StartsWith("unguard:", StringComparison.Ordinal));
        Assert.Null(await child.AsWard(guardian));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Age_OnTheEighteenthBirthday_LeavesTheMinorsAndTheGuardian()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (guardian, minor) = (await Named(city, "王五", 19850101), await Registered(city, 20080603)); // 18 the day after tomorrow
        var child = Volunteer(city, minor);
        await child.Guard(city.Cell.Command(), guardian, (await child.GuardianCode())!);
        var reader = city.Cell.Services.GetRequiredService<VolunteerReader>();
        for (var day = 0; day < 2; day++)
        {
            Assert.Equal([minor], await reader.Minors([minor, guardian]));
            Assert.NotNull(await child.AsWard(guardian));
            city.Clock.Advance(TimeSpan.FromDays(1));
            await city.SweepAsync();
            await city.IsCleanAsync();
        }

        Assert.Empty(await reader.Minors([minor, guardian]));
        Assert.Null(await child.AsWard(guardian));
        Assert.Null((await child.Card()).Gate(IdentityLevel.Phone, dangerous: true));
    }

    [RedisFact]
    public async Task Board_OfPersons_NeverShowsMinorsWhoOptedIn()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (adult, minor, taker) = (await Registered(city, 19900101), await Registered(city, 20100101), await city.CitizenAsync());
        foreach (var giver in new[] { adult, minor })
        {
            await city.Person(giver).Choose(city.Cell.Command(), new(OnBoards: true));
            await city.ClaimAsync(await city.SendAsync(giver), taker);
        }

        var ranked = await city.Cell.Services.GetRequiredService<OptedIn>().Rank(Boards.Person, Period.All);
        Assert.Equal([adult], ranked.Select(line => line.Person));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Register_Below14WithoutAGuardiansWord_IsDroppedAfterThirtyDays()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (child, youth) = (await Registered(city, 20150101), await Registered(city, 20100101));
        city.Clock.Advance(TimeSpan.FromDays(29));
        await city.SweepAsync();
        Assert.NotNull((await Volunteer(city, child).Self()).Number);
        city.Clock.Advance(TimeSpan.FromDays(2));
        await city.SweepAsync();
        Assert.Null((await Volunteer(city, child).Self()).Number);
        Assert.NotNull((await Volunteer(city, youth).Self()).Number);
        Assert.Empty((await Record(city, child)).Salt);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_LocksWhatTheLawKeeps_FreesTheNumber_AndEndsTheTermAfterTenYears()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (guardian, minor) = (await Named(city, "王五", 19850101), await Registered(city, 20150101));
        await Volunteer(city, minor).Guard(city.Cell.Command(), guardian, (await Volunteer(city, minor).GuardianCode())!);
        await new HoursCity(city).SettledAsync(5, 2, guardian);
        await city.SweepAsync();
        await city.Person(guardian).Close(city.Cell.Command());
        while (await city.SweepAsync() > 0)
        {
            // what forgets them sends messages of its own
        }

        var self = await Volunteer(city, guardian).Self();
        Assert.True(self is { Number: null, Real: null, Card.Level: IdentityLevel.WeChat });
        Assert.NotEqual(Outcome.Done, (await Volunteer(city, guardian).Unmask(city.Cell.Command(), new(minor, Role.Operator, "", "why"))).Outcome);
        Assert.Empty(await city.Cell.Services.GetRequiredService<VolunteerReader>().ByRealName("王五", 10));
        Assert.Equal(GuardianConsent.Withdrawn, (await Volunteer(city, minor).Card()).Guardian); // a guardian's word ends with their account
        Assert.NotNull((await Record(city, guardian)).Real); // locked, not erased
        await city.IsCleanAsync();

        await Named(city, "王五", 19850101); // whoever comes back is somebody new, with their own number
        city.Clock.Advance(TimeSpan.FromDays(3653));
        await city.SweepAsync();
        var record = await Record(city, guardian);
        Assert.True(record is { Real: null, Birth: null, Salt.Length: 0 });
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_OfSomebodyWhoNeverServed_KeepsNoName()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var person = await Named(city, "王五", 19850101);
        await city.Person(person).Close(city.Cell.Command());
        while (await city.SweepAsync() > 0)
        {
            // what forgets them sends messages of its own
        }

        Assert.True(await Record(city, person) is { Locked: > 0, Real: null, Birth: null, Salt.Length: 0 });
        await Named(city, "王五", 19850101); // and the number is free
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Unguard_CancelsWhatLiesAhead_AndKeepsWhatWas()
    {
        await using var city = await ActivityCity.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (guardian, minor) = (await Named(city, "王五", 19850101), await Registered(city, 20150101));
        var child = Volunteer(city, minor);
        await child.Guard(city.Cell.Command(), guardian, (await child.GuardianCode())!);
        var (id, activity, _) = await city.PublishedAsync(Harmless(city));
        foreach (var (person, shift) in new[] { (minor, 1), (minor, 2), (guardian, 2) })
        {
            Assert.Equal(SignUpState.Confirmed, (await activity.SignUp(city.Cell.Command(), person, shift)).State);
        }

        city.Clock.Advance(TimeSpan.FromHours(28));
        Assert.Equal(Outcome.Done, (await activity.Feedback(city.Cell.Command(), minor, 1, ActivityFeedback.Again)).Outcome);
        Assert.Equal(Outcome.Done, (await child.Unguard(city.Cell.Command(), guardian)).Outcome);
        await city.SweepAsync();
        await city.SweepAsync();
        var signUps = (await city.StateAsync(id)).SignUps;
        Assert.Equal((SignUpState.Confirmed, ActivityFeedback.Again), (signUps[new(minor, 1)].State, signUps[new(minor, 1)].Feedback));
        Assert.Equal(SignUpState.Withdrawn, signUps[new(minor, 2)].State);
        Assert.Equal(SignUpState.Confirmed, signUps[new(guardian, 2)].State);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Organiser_OfAParent_RunsTheTeamsActivities_AndAStrangerDoesNot()
    {
        await using var city = await ActivityCity.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var team = await Team(city, "护河队", TeamLevel.Team, "org-1");
        var (organiser, other) = (await city.StaffAsync(Role.Organiser, "org-1"), await city.StaffAsync(Role.Organiser, "org-2"));
        var activity = city.Activity(new(Guid.NewGuid()));
        Assert.Equal(Outcome.Forbidden, (await activity.Write(city.Cell.Command(), other, team, Harmless(city))).Outcome);
        Assert.Equal(Outcome.Done, (await activity.Write(city.Cell.Command(), organiser, team, Harmless(city))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await activity.Submit(city.Cell.Command(), other)).Outcome);
        Assert.Equal(Outcome.Done, (await activity.Submit(city.Cell.Command(), organiser)).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Teams_FiveAtOnce_AndDissolvedOnesTakeNoPlace()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (person, boss) = (await Registered(city, 19900101), await city.CitizenAsync());
        var (volunteer, directory) = (Volunteer(city, person), city.Cell.Services.GetRequiredService<TeamDirectory>());
        var teams = new string[6];
        for (var i = 0; i < 6; i++)
        {
            teams[i] = await Team(city, $"第{i}队", TeamLevel.Team, "org-1");
        }

        Assert.Equal(Outcome.NotFound, (await volunteer.AskTeam(city.Cell.Command(), "nowhere")).Outcome);
        foreach (var team in teams[..5])
        {
            Assert.Equal(Outcome.Done, (await volunteer.AskTeam(city.Cell.Command(), team)).Outcome);
        }

        Assert.Equal(Outcome.TooMany, (await volunteer.AskTeam(city.Cell.Command(), teams[5])).Outcome);
        Assert.Equal(Outcome.Done, (await volunteer.Admit(city.Cell.Command(), boss, teams[0], true)).Outcome);
        Assert.Equal(Outcome.NotFound, (await volunteer.Admit(city.Cell.Command(), boss, teams[5], true)).Outcome); // nobody is put into a team
        var reader = city.Cell.Services.GetRequiredService<VolunteerReader>();
        Assert.Equal([person], await reader.Members(teams[0], 0, 10));
        Assert.Equal([1L, 0L], await reader.Sizes(teams[..2]));

        Assert.Equal(Outcome.Done, (await city.Cell.Grains.GetGrain<ITeamGrain>($"{city.Cell.CellId}/{teams[1]}").Dissolve(city.Cell.Command(), boss, "done")).Outcome);
        await directory.Refresh();
        Assert.Equal(Outcome.Done, (await volunteer.AskTeam(city.Cell.Command(), teams[5])).Outcome);
        Assert.Equal(5, (await volunteer.Self()).Teams.Count);
        Assert.Equal(Outcome.Done, (await volunteer.LeaveTeam(city.Cell.Command(), teams[0])).Outcome);
        Assert.Equal([0L], await reader.Sizes(teams[..1]));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Team_TaskTeam_DissolvesByItselfAndStaysReadable()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var team = await Team(city, "风雨突击队", TeamLevel.Task, "org-1", 20260603);
        var (directory, organisations) = (city.Cell.Services.GetRequiredService<TeamDirectory>(), city.Cell.Services.GetRequiredService<Organisations>());
        Assert.Equal([team, "org-1"], organisations.Above(team));
        Assert.Equal(team, directory.ByCode(directory.Find(team)!.Code.ToLowerInvariant())!.Id);
        city.Clock.Advance(TimeSpan.FromDays(3));
        await city.SweepAsync();
        await directory.Refresh();
        Assert.False(directory.IsOpen(team));
        Assert.Equal("风雨突击队", directory.Find(team)!.Name);
        Assert.Null(directory.ByCode(directory.Find(team)!.Code));
        await city.IsCleanAsync();
    }
}
