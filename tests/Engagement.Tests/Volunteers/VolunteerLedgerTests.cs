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
public sealed partial class VolunteerLedgerTests(StoreFixture stores)
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
        await foreach (var name in new CellReader(city.Cell.Services.GetRequiredService<StoreConnection>(), city.Keys).NamesAsync())
        {
            Assert.DoesNotContain(number, name, StringComparison.Ordinal);
            if (await city.Redis.KeyTypeAsync(city.Keys.Key(name)) == RedisType.String)
            {
                Assert.True(((byte[])(await city.Redis.StringGetAsync(city.Keys.Key(name)))!).AsSpan().IndexOf(digits) < 0, name);
            }
        }
    }
}
