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

/// <summary>Volunteers on real records, each test closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class VolunteerLedgerTests(StoreFixture stores)
{
    private static readonly PhoneKey Phone = new(Guid.Parse("bbbbbbbb-0000-7000-8000-000000000001"));

    [Theory, OnRedis, OnGarnet]
    public async Task Register_ThenRealName_KeepsTheNumberAndFindsThem(StoreKind store)
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(store));
        var person = await city.CitizenAsync();
        var (volunteer, command) = (Volunteer(city, person), city.Cell.Command());
        Assert.Equal(Outcome.LevelNeeded, (await volunteer.GiveRealName(city.Cell.Command(), Real("张三", 19900101))).Outcome);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Outcome.Done, (await volunteer.Register(command, Registration(19910101))).Outcome);
        }

        var before = await volunteer.Self();
        Assert.Equal((IdentityLevel.Phone, 35), (before.Card.Level, before.Card.Age));
        Assert.Equal(Outcome.Done, (await volunteer.GiveRealName(city.Cell.Command(), Real("张三", 19900601))).Outcome);
        var after = await volunteer.Self();
        Assert.Equal((IdentityLevel.RealName, 36, before.Number, before.Registered), (after.Card.Level, after.Card.Age, after.Number, after.Registered)); // the ID number says when
        Assert.Equal(("张*", "4400**********" + People.Number(19900601)[14..]), (after.Real!.Name, after.Real.Number));

        var reader = city.Cell.Services.GetRequiredService<VolunteerReader>();
        Assert.Equal(person, await reader.ByNumber(VolunteerNumber.Show(after.Number!).ToLowerInvariant()));
        Assert.True((await reader.ByNumber("0000-0000-0000")).IsNone);
        Assert.Equal([person], await reader.ByRealName("张 三", 10));
        Assert.Empty(await reader.ByRealName("张三丰", 10));
        await NoTrace(city, People.Number(19900601));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Register_BadInput_NamesTheFieldAndChangesNothing()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var volunteer = Volunteer(city, await city.CitizenAsync());
        async Task Is(Outcome outcome, string? field, RegisterVolunteer register)
        {
            var receipt = await volunteer.Register(city.Cell.Command(), register);
            Assert.Equal((outcome, field), (receipt.Outcome, receipt.Field));
        }

        await Is(Outcome.Invalid, "phone", Registration(19900101) with { Phone = default });
        await Is(Outcome.Invalid, "birth", Registration(20260602));
        await Is(Outcome.Invalid, "birth", Registration(20250229));
        await Is(Outcome.Invalid, "consent", Registration(19900101) with { Consent = 0 });
        await Is(Outcome.Invalid, "district", Registration(19900101) with { Profile = new("unknown") });
        await Is(Outcome.Invalid, "skills", Registration(19900101) with { Profile = new(Skills: ["flying"]) });
        await Is(Outcome.TooYoung, null, Registration(20180602));
        Assert.True(await volunteer.Self() is { Number: null, Card.Level: IdentityLevel.WeChat });
        Assert.Equal(Outcome.SignInRequired, (await Volunteer(city, new(Guid.NewGuid())).Register(city.Cell.Command(), Registration(19900101))).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task GiveRealName_TwentyAccountsOneNumber_OneHasIt()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), silos: 2);
        var people = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Registered(city, 19900101)));
        var outcomes = await Task.WhenAll(people.Select(person => Eventually.AnswersAsync(() => Volunteer(city, person).GiveRealName(city.Cell.Command(), Real("张三", 19900101)))));
        Assert.Equal([Outcome.Done], outcomes.Select(receipt => receipt.Outcome).Where(outcome => outcome != Outcome.IdentityTaken));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Merge_ProvedAndConfirmed_IsOneAccountWithBothHistories()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (old, fresh) = (await Named(city, "张三", 19900101), await Registered(city, 19900101));
        Assert.Equal(Outcome.IdentityTaken, (await Volunteer(city, fresh).GiveRealName(city.Cell.Command(), Real("张三", 19900101))).Outcome);
        Assert.Equal(Outcome.NotFound, (await Volunteer(city, fresh).ClaimIdentity(city.Cell.Command(), Real("李四", 19900101))).Outcome); // a stranger who has the number
        Assert.Equal(Outcome.NotFound, (await Volunteer(city, fresh).ClaimIdentity(city.Cell.Command(), Real("张三", 19900102))).Outcome);
        var claim = city.Cell.Command();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Outcome.Done, (await Volunteer(city, fresh).ClaimIdentity(claim, Real("张三", 19900101))).Outcome);
        }

        Assert.True((await Volunteer(city, old).Self()).Merging);
        Assert.True((await Volunteer(city, fresh).Self()).Claiming);
        Assert.Equal(IdentityLevel.Phone, (await Volunteer(city, fresh).Card()).Level);
        Assert.Equal(Outcome.Done, (await Volunteer(city, old).AnswerClaim(city.Cell.Command(), join: true)).Outcome);
        await city.SweepAsync();
        var (gone, on) = (await Volunteer(city, old).Self(), await Volunteer(city, fresh).Self());
        Assert.Equal((fresh, IdentityLevel.WeChat), (gone.Card.MergedInto, gone.Card.Level));
        Assert.Equal((IdentityLevel.RealName, "张*", false), (on.Card.Level, on.Real!.Name, on.Claiming));
        Assert.Equal([old], on.MergedFrom);
        Assert.Equal([fresh, old], await city.Cell.Services.GetRequiredService<VolunteerReader>().AccountsOf(fresh));
        Assert.Equal([fresh], await city.Cell.Services.GetRequiredService<VolunteerReader>().ByRealName("张三", 10));
        Assert.Equal(Outcome.Forbidden, (await Volunteer(city, old).Describe(city.Cell.Command(), new())).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Merge_ByOperators_TakesTwoPairsOfEyes()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (old, fresh) = (await Named(city, "张三", 19900101), await Registered(city, 19900101));
        await Volunteer(city, fresh).ClaimIdentity(city.Cell.Command(), Real("张三", 19900101));
        var key = (await city.Cell.Services.GetRequiredService<VolunteerReader>().Claims(10)).Single();
        var record = city.Cell.Grains.GetGrain<IRealNameGrain>($"{city.Cell.CellId}/{key}");
        var (one, two) = (await city.CitizenAsync(), await city.CitizenAsync());
        Assert.Equal(Outcome.Forbidden, (await record.Decide(city.Cell.Command(), fresh, true, "mine")).Outcome);
        Assert.Equal(Outcome.Forbidden, (await record.Decide(city.Cell.Command(), old, true, "mine")).Outcome);
        Assert.Equal("reason", (await record.Decide(city.Cell.Command(), one, true, "")).Field);
        Assert.Equal("second", (await record.Decide(city.Cell.Command(), one, true, "saw the ID card")).Field);
        Assert.Equal(Outcome.Forbidden, (await record.Decide(city.Cell.Command(), one, true, "again")).Outcome);
        await city.SweepAsync();
        Assert.True((await Volunteer(city, old).Card()).MergedInto.IsNone);
        Assert.Equal(new Receipt(Outcome.Done), await record.Decide(city.Cell.Command(), two, true, "called the school"));
        await city.SweepAsync();
        Assert.Equal(fresh, (await Volunteer(city, old).Card()).MergedInto);
        Assert.Equal(["merge.claim", "merge.propose", "merge.join", "volunteer.merged"], (await Audit(city)).Select(entry => entry.Act).Where(act => act.Contains("merge", StringComparison.Ordinal)));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Merge_Declined_LeavesBothAsTheyWere()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (old, fresh) = (await Named(city, "张三", 19900101), await Registered(city, 19900101));
        await Volunteer(city, fresh).ClaimIdentity(city.Cell.Command(), Real("张三", 19900101));
        await Volunteer(city, old).AnswerClaim(city.Cell.Command(), join: false);
        await city.SweepAsync();
        Assert.Equal((IdentityLevel.RealName, false), ((await Volunteer(city, old).Self()).Card.Level, (await Volunteer(city, old).Self()).Merging));
        Assert.Equal((IdentityLevel.Phone, false), ((await Volunteer(city, fresh).Self()).Card.Level, (await Volunteer(city, fresh).Self()).Claiming));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Claim_WhoseOwnerCloses_GetsTheNumberAndNothingOfTheClosedAccount()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (old, fresh) = (await Named(city, "张三", 19900101), await Registered(city, 19900101));
        await Volunteer(city, fresh).ClaimIdentity(city.Cell.Command(), Real("张三", 19900101));
        Assert.Equal(Outcome.Done, (await Volunteer(city, fresh).ClaimIdentity(city.Cell.Command(), Real("张三", 19900101))).Outcome); // it waits already
        await city.Person(old).Close(city.Cell.Command());
        while (await city.SweepAsync() > 0)
        {
            // what forgets them sends messages of its own
        }

        var self = await Volunteer(city, fresh).Self();
        Assert.Equal((IdentityLevel.RealName, false, 0), (self.Card.Level, self.Claiming, self.MergedFrom.Count));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Claim_Guessing_EndsAfterTenTriesADay()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await Named(city, "张三", 19900101);
        var thief = Volunteer(city, await Registered(city, 19900101));
        for (var i = 0; i < DailyTries.Most; i++)
        {
            Assert.Equal(Outcome.NotFound, (await thief.ClaimIdentity(city.Cell.Command(), Real("李四", 19900101))).Outcome);
        }

        Assert.Equal(Outcome.DailyLimit, (await thief.ClaimIdentity(city.Cell.Command(), Real("张三", 19900101))).Outcome);
        city.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Outcome.Done, (await thief.ClaimIdentity(city.Cell.Command(), Real("张三", 19900101))).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Unmask_IsWrittenDownOnceAndReadByThePerson()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (person, staff) = (await Named(city, "张三", 19900101), await city.CitizenAsync());
        var (volunteer, command) = (Volunteer(city, person), city.Cell.Command());
        Assert.Equal(Outcome.Invalid, (await volunteer.Unmask(city.Cell.Command(), new(staff, Role.HoursReviewer, "", " "))).Outcome);
        for (var i = 0; i < 3; i++)
        {
            var shown = await volunteer.Unmask(command, new(staff, Role.HoursReviewer, "", "核对证书"));
            Assert.Equal((Outcome.Done, "张三", People.Number(19900101)), (shown.Outcome, shown.Name, shown.Number));
        }

        var look = Assert.Single((await volunteer.Self()).Looks);
        Assert.Equal((staff, Role.HoursReviewer, "核对证书"), (look.By, look.As, look.Reason));
        var audited = Assert.Single(await Audit(city), entry => entry.Act == "realname.look");
        Assert.Equal((staff, person.ToString(), "核对证书"), (audited.By, audited.Target, audited.Reason));

        await volunteer.HideRealName(city.Cell.Command());
        Assert.Equal(Outcome.NotFound, (await volunteer.Unmask(city.Cell.Command(), new(staff, Role.Operator, "", "again"))).Outcome);
        Assert.Equal(Outcome.NotFound, (await volunteer.Unmask(command, new(staff, Role.HoursReviewer, "", "核对证书"))).Outcome); // not even by repeating
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Reseal_AfterANewerKeyCame_SealsEverythingWithIt()
    {
        var connection = await stores.ConnectionAsync(StoreKind.Redis);
        ParticipantId person;
        string cell;
        await using (var before = await City.StartAsync(connection))
        {
            (person, cell) = (await Named(before, "张三", 19900101), before.Cell.CellId);
            Assert.Equal(Outcome.Done, (await Volunteer(before, person).AddChild(before.Cell.Command(), new("小宝", 20200101))).Outcome);
            Assert.All(IdentityRules.Boxes(await Record(before, person)), box => Assert.Equal(0, box[0]));
        }

        await using var city = await City.StartAsync(connection, settings: new() { ["Keys:Seals:3"] = People.Key(9) }, before: cell);
        Assert.Equal("张*", (await Volunteer(city, person).Self()).Real!.Name); // what the older key sealed still opens
        Assert.Equal(1, await ResealCommand.RunAsync(city.Cell.Services, TextWriter.Null));
        Assert.Equal(1, await ResealCommand.RunAsync(city.Cell.Services, TextWriter.Null)); // asking twice is harmless
        await city.SweepAsync();
        var output = new StringWriter();
        Assert.Equal(0, await ResealCommand.RunAsync(city.Cell.Services, output));
        Assert.Contains("sealed with key 3", output.ToString(), StringComparison.Ordinal);
        var boxes = IdentityRules.Boxes(await Record(city, person)).ToArray();
        Assert.Equal(5, boxes.Length);
        Assert.All(boxes, box => Assert.Equal(3, box[0]));
        var self = await Volunteer(city, person).Self();
        Assert.Equal(("张*", 36, "小宝"), (self.Real!.Name, self.Card.Age, self.Children.Single().Name));
        await city.IsCleanAsync();
    }

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

    private static async Task<string> Team(City city, string name, TeamLevel level, string parent, int until = 0)
    {
        var id = OpaqueId.Format(Guid.NewGuid());
        var receipt = await city.Cell.Grains.GetGrain<ITeamGrain>($"{city.Cell.CellId}/{id}").Found(city.Cell.Command(), default, new(name, null, level, parent, Until: until));
        Assert.Equal(new Receipt(Outcome.Done), receipt);
        await city.Cell.Services.GetRequiredService<TeamDirectory>().Refresh();
        return id;
    }

    private static IVolunteerGrain Volunteer(City city, ParticipantId id) => city.Cell.Grains.GetGrain<IVolunteerGrain>($"{city.Cell.CellId}/{id}");

    private static ActivityDraft Harmless(City city) =>
        Drafts.Of(Drafts.Shift(city.Clock.UtcNow, 24, 27, 5), Drafts.Shift(city.Clock.UtcNow, 48, 51, 5)) with { Details = Drafts.Details with { Risks = default } };

    private static RealName Real(string name, int birth) => new(name, People.Number(birth), 1);

    private static RegisterVolunteer Registration(int birth) => new(Phone, birth, 1, new());

    private static async Task<ParticipantId> Registered(City city, int birth)
    {
        var person = await city.CitizenAsync();
        Assert.Equal(Outcome.Done, (await Volunteer(city, person).Register(city.Cell.Command(), Registration(birth))).Outcome);
        return person;
    }

    private static async Task<ParticipantId> Named(City city, string name, int birth)
    {
        var person = await Registered(city, birth);
        Assert.Equal(Outcome.Done, (await Volunteer(city, person).GiveRealName(city.Cell.Command(), Real(name, birth))).Outcome);
        return person;
    }

    private static async Task<VolunteerState> Record(City city, ParticipantId person) =>
        city.Cell.Services.GetRequiredService<RecordFormat>().Read<VolunteerState>((byte[])(await city.Redis.StringGetAsync(city.Keys.Record(VolunteerState.Kind, person.ToString())))!);

    private static async Task<IReadOnlyList<AuditEntry>> Audit(City city) =>
        [.. (await city.Redis.ListRangeAsync(city.Keys.Key("audit"))).Select(item => city.Cell.Services.GetRequiredService<RecordFormat>().ReadItem<AuditEntry>((byte[])item!))];

    // The number must be nowhere in the store: in no key, and in no record as it is.
    private static async Task NoTrace(City city, string number)
    {
        var digits = System.Text.Encoding.ASCII.GetBytes(number);
        foreach (var name in await new CellReader(city.Cell.Services.GetRequiredService<StoreConnection>(), city.Keys).NamesAsync())
        {
            Assert.DoesNotContain(number, name, StringComparison.Ordinal);
            if (await city.Redis.KeyTypeAsync(city.Keys.Key(name)) == RedisType.String)
            {
                Assert.True(((byte[])(await city.Redis.StringGetAsync(city.Keys.Key(name)))!).AsSpan().IndexOf(digits) < 0, name);
            }
        }
    }
}
