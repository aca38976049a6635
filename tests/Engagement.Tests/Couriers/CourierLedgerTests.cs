using Engagement.Contracts;
using Engagement.Grains.Couriers;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Couriers;

/// <summary>Enrolment on real records, each test closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class CourierLedgerTests(StoreFixture stores)
{
    private static readonly PhoneKey Phone = new(Guid.Parse("aaaaaaaa-0000-7000-8000-000000000001"));

    [Theory, OnRedis, OnGarnet]
    public async Task Enrol_ListedNumber_CountsOnceAndIsRepeatable(StoreKind store)
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(store));
        var (rider, command) = (await city.CitizenAsync(), city.Cell.Command());
        await city.Roster(Phone).List(Row("co-sf", city));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Outcome.Done, (await city.Courier(rider).Enrol(command, new(Phone, "co-sf", true))).Outcome);
        }

        await city.SweepAsync();
        Assert.Equal(1, await Counted(city, "co-sf"));
        var card = await city.Courier(rider).Card();
        Assert.Equal((true, "co-sf", true), (card.Active, card.Company, card.ShowCompany));
        Assert.Equal("co-sf", (await city.Person(rider).Self()).Profile!.Units.Company);
        Assert.NotNull((await city.Roster(Phone).Find("co-sf"))!.ConfirmedAt);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Enrol_FiftyPeopleOnOneNumber_EnrolsOne()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), silos: 2);
        var riders = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => city.CitizenAsync()));
        await city.Roster(Phone).List(Row("co-sf", city));
        var outcomes = await Task.WhenAll(riders.Select(rider => Eventually.AnswersAsync(() => city.Courier(rider).Enrol(city.Cell.Command(), new(Phone, "co-sf", false)))));
        Assert.Equal([Outcome.Done], outcomes.Select(receipt => receipt.Outcome).Where(outcome => outcome != Outcome.AlreadyEnrolled));
        await city.SweepAsync();
        Assert.Equal(1, await Counted(city, "co-sf"));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Enrol_NotListedOrOtherCompany_IsOneAnswer_AndTriesEnd()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var rider = await city.CitizenAsync();
        await city.Roster(Phone).List(Row("co-sf", city));
        async Task<Outcome> Try(PhoneKey phone, string code) => (await city.Courier(rider).Enrol(city.Cell.Command(), new(phone, code, false))).Outcome;
        Assert.Equal(Outcome.NotFound, await Try(Phone, "co-mt"));
        Assert.Equal(Outcome.NotFound, await Try(new(Guid.NewGuid()), "co-sf"));
        Assert.Equal(Outcome.Invalid, await Try(Phone, "nonsense"));
        for (var i = 2; i < CourierRules.TriesPerDay; i++)
        {
            Assert.Equal(Outcome.NotFound, await Try(new(Guid.NewGuid()), "co-sf"));
        }

        Assert.Equal(Outcome.DailyLimit, await Try(Phone, "co-sf"));
        city.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Outcome.Done, await Try(Phone, "co-sf"));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Leave_CountsForTheCompanyUntilMidnight_AndKeepsTheHistory()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var rider = await Enrolled(city, "co-sf");
        Assert.Equal(Outcome.Done, (await city.Courier(rider).Leave(city.Cell.Command(), stay: true)).Outcome);
        await city.SweepAsync();
        Assert.Equal((0, 1), (await Counted(city, "co-sf"), await Counted(city, CourierEffects.Pool)));
        Assert.Equal("co-sf", (await city.Courier(rider).Card()).Company);
        Assert.Equal("co-sf", (await city.Person(rider).Self()).Profile!.Units.Company);

        city.Clock.Advance(TimeSpan.FromDays(1));
        await city.SweepAsync();
        Assert.Null((await city.Courier(rider).Card()).Company);
        Assert.Null((await city.Person(rider).Self()).Profile!.Units.Company);
        Assert.Equal("co-sf", Assert.Single((await city.Courier(rider).Self()).Spells).Company);
        Assert.Null((await city.Roster(Phone).Find("co-sf"))!.ConfirmedAt);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Enrol_WithTheNextCompanyOnTheDayOfLeaving_CountsForOneAtATime()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var rider = await Enrolled(city, "co-sf");
        Assert.Equal(RosterResult.EnrolledElsewhere, await city.Roster(Phone).List(Row("co-mt", city)));
        await city.Courier(rider).Leave(city.Cell.Command(), stay: false);
        await city.SweepAsync();
        Assert.Equal(RosterResult.Added, await city.Roster(Phone).List(Row("co-mt", city)));
        Assert.Equal(Outcome.Done, (await city.Courier(rider).Enrol(city.Cell.Command(), new(Phone, "co-mt", false))).Outcome);
        city.Clock.Advance(TimeSpan.FromDays(1));
        await city.SweepAsync();
        Assert.Equal("co-mt", (await city.Person(rider).Self()).Profile!.Units.Company);
        Assert.Equal((0, 1, 0), (await Counted(city, "co-sf"), await Counted(city, "co-mt"), await Counted(city, CourierEffects.Pool)));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Remove_FromTheRoster_TheCourierGoesOnAsCityRider()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var rider = await Enrolled(city, "co-sf");
        Assert.Equal(RosterResult.Removed, await city.Roster(Phone).List(Row("co-sf", city) with { Left = true }));
        await city.SweepAsync();
        var self = await city.Courier(rider).Self();
        Assert.Equal((true, null, "co-sf"), (self.Active, self.Company, self.Leaving));
        Assert.Null(await city.Roster(Phone).Find("co-sf"));
        Assert.Equal(0, await city.Redis.SortedSetLengthAsync(city.Keys.Key(CourierEffects.Roster("co-sf"))));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_OfTheAccount_ForgetsTheCourierAndTheNameOnTheRoster()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var rider = await Enrolled(city, "co-sf");
        await city.Person(rider).Close(city.Cell.Command());
        await city.SweepAsync();
        await city.SweepAsync();
        var self = await city.Courier(rider).Self();
        Assert.False(self.Active);
        Assert.Empty(self.Spells);
        Assert.Null(self.Phone);
        var row = (await city.Roster(Phone).Find("co-sf"))!;
        Assert.Equal((null, "", null), (row.Name, row.Number, row.ConfirmedAt));
        Assert.Equal(0, await Counted(city, "co-sf"));
        Assert.Equal(Outcome.SignInRequired, (await city.Courier(rider).EnterPool(city.Cell.Command())).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_FalsifiedCourierCountAndRoster_AreFound()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await Enrolled(city, "co-sf");
        await city.IsCleanAsync();
        await city.Redis.HashIncrementAsync(city.Keys.Key(CourierEffects.Couriers), "co-sf");
        await city.Redis.SortedSetAddAsync(city.Keys.Key(CourierEffects.Roster("co-mt")), OpaqueId.Bytes(Phone.Value), 1);
        await city.Redis.SortedSetAddAsync(city.Keys.Key("agenda"), CourierEffects.Free(new(Guid.NewGuid()), default, 1), 1e15);
        var found = (await city.RecountAsync()).Differences.Select(difference => difference.Key).Order(StringComparer.Ordinal);
        Assert.Equal(["agenda", "couriers", "rosters:co-mt"], found);
    }

    private static RosterListing Row(string company, City city) => new(company, Phone, null, [], "北街站", "A1", false, city.Cell.Command());

    private static async Task<ParticipantId> Enrolled(City city, string company)
    {
        var rider = await city.CitizenAsync();
        Assert.Equal(RosterResult.Added, await city.Roster(Phone).List(Row(company, city)));
        Assert.Equal(Outcome.Done, (await city.Courier(rider).Enrol(city.Cell.Command(), new(Phone, company, true))).Outcome);
        await city.SweepAsync();
        return rider;
    }

    private static async Task<long> Counted(City city, string field) => (long?)await city.Redis.HashGetAsync(city.Keys.Key(CourierEffects.Couriers), field) ?? 0;
}
