using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Stations;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Stations;

/// <summary>Stations on a real store, each test closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class StationLedgerTests(StoreFixture stores)
{
    [RedisFact]
    public async Task HandOut_SamePersonTwiceADay_GetsOneInTheWholeCity()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an) = (await city.PersonAsync(), await city.PersonAsync());
        var ((_, here), (_, there)) = (await city.StationAsync(keeper), await city.StationAsync(keeper));
        var (command, pass) = (city.Cell.Command(), await here.PassAsync(keeper));
        var first = await here.HandOut(command, an, pass);
        Assert.Equal(Outcome.Done, first.Outcome);
        Assert.Equal(first, await here.HandOut(command, an, pass));
        Assert.Equal(new(Outcome.DailyLimit, first.Rose), await here.HandOut(city.Cell.Command(), an, pass));
        Assert.Equal(new(Outcome.DailyLimit, first.Rose), await there.HandOut(city.Cell.Command(), an, await there.PassAsync(keeper)));
        Assert.Equal((99, 1L), ((await here.Show()).Stock, (await here.Show()).HandedOut));
        Assert.Equal(100, (await there.Show()).Stock);
        await city.IsCleanAsync();

        city.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Outcome.Done, (await there.HandOut(city.Cell.Command(), an, await there.PassAsync(keeper))).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task HandOut_SamePersonManyTimesAtOnce_BearsOneRose()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an) = (await city.PersonAsync(), await city.PersonAsync());
        var (id, station) = await city.StationAsync(keeper);
        var pass = await station.PassAsync(keeper);
        var commands = Enumerable.Range(0, 20).Select(_ => city.Cell.Command()).ToArray();
        var answers = await Task.WhenAll(commands.Select(command => Tried(() => station.HandOut(command, an, pass))));
        Assert.Single(answers, answer => answer == Outcome.Done);
        Assert.Equal(1, (await city.StateAsync(id)).HandedOut);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task HandOut_PictureOfTheScreenSentToAHundred_TakesNoMoreThanOneCodeGives()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var keeper = await city.PersonAsync();
        var people = new List<ParticipantId>();
        for (var i = 0; i < 100; i++)
        {
            people.Add(await city.PersonAsync());
        }

        var (id, station) = await city.StationAsync(keeper);
        var pass = await station.PassAsync(keeper);
        var answers = await Task.WhenAll(people.Select(person => (person, Command: city.Cell.Command())).ToArray()
            .Select(each => Tried(() => station.HandOut(each.Command, each.person, pass))));
        Assert.Equal(5, answers.Count(answer => answer == Outcome.Done));
        Assert.All(answers.Where(answer => answer != Outcome.Done), answer => Assert.Equal(Outcome.Expired, answer));
        Assert.Equal(95, (await city.StateAsync(id)).Stock);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task HandOut_PassOfAnOldCodeOrAFormerShift_IsExpired()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, next, an) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var (_, station) = await city.StationAsync(keeper);
        var code = (await station.Code(keeper))!.Text;
        var pass = await station.PassAsync(keeper);
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await station.Check(code);
        Assert.Equal(Outcome.Expired, late.Outcome);
        Assert.Equal(Outcome.Expired, (await station.HandOut(city.Cell.Command(), an, late.Pass!)).Outcome); // only a repeated command gets its answer by it
        Assert.Equal(Outcome.Done, (await station.BeginShift(city.Cell.Command(), next, 100)).Outcome);
        Assert.Equal(Outcome.Expired, (await station.HandOut(city.Cell.Command(), an, pass)).Outcome);
        var fresh = await station.PassAsync(next);
        city.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(Outcome.Expired, (await station.HandOut(city.Cell.Command(), an, fresh)).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task HandOut_LastRose_LeavesNone()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an, bai) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var (_, station) = await city.StationAsync(keeper, roses: 1);
        var pass = await station.PassAsync(keeper);
        Assert.Equal(Outcome.Done, (await station.HandOut(city.Cell.Command(), an, pass)).Outcome);
        Assert.Equal(Outcome.AllowanceUsed, (await station.HandOut(city.Cell.Command(), bai, pass)).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Shifts_HandedOverAndRelieved_CorrectTheStockAndRemember()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, next) = (await city.PersonAsync(), await city.PersonAsync());
        var (id, station) = await city.StationAsync(keeper);
        var code = (await station.Code(keeper))!.Text;
        Assert.Null(await station.Code(next));
        Assert.Equal(Outcome.NotHolder, (await station.EndShift(city.Cell.Command(), next, 100)).Outcome);
        Assert.Equal(Outcome.Done, (await station.EndShift(city.Cell.Command(), keeper, 97)).Outcome);
        Assert.Null(await station.Code(keeper));
        Assert.Equal(Outcome.SwitchedOff, (await station.Check(code)).Outcome);
        Assert.Equal(Outcome.Done, (await station.BeginShift(city.Cell.Command(), next, 97)).Outcome);
        city.Clock.Advance(TimeSpan.FromHours(8));
        Assert.Equal(Outcome.Done, (await station.BeginShift(city.Cell.Command(), keeper, 96)).Outcome);
        var view = await station.Show();
        Assert.Equal((96, keeper), (view.Stock, view.Keeper));
        Assert.Equal([false, true, false], view.Shifts!.Select(shift => shift.Relieved));
        Assert.Equal(-4, (await city.StateAsync(id)).Corrected);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Switch_Off_SendsTheKeeperHomeAndTakesNoRose()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an) = (await city.PersonAsync(), await city.PersonAsync());
        var (id, station) = await city.StationAsync(keeper);
        var pass = await station.PassAsync(keeper);
        Assert.Equal(Outcome.Done, (await station.Switch(city.Cell.Command(), StationCity.Operator, false, "rain")).Outcome);
        Assert.Equal(Outcome.SwitchedOff, (await station.HandOut(city.Cell.Command(), an, pass)).Outcome);
        Assert.Equal(Outcome.SwitchedOff, (await station.BeginShift(city.Cell.Command(), keeper, 100)).Outcome);
        Assert.Equal(Outcome.SwitchedOff, (await city.Person(an).GiveToStation(city.Cell.Command(), id, City.Words)).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task GiveToStation_PresetOnly_LiesWithTheCrewAndIsPaidOnce()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an) = (await city.PersonAsync(), await city.PersonAsync());
        var (id, _) = await city.StationAsync(keeper);
        var command = city.Cell.Command();
        var given = await city.Person(an).GiveToStation(command, id, City.Words);
        Assert.Equal((Outcome.Done, 4), (given.Outcome, given.Remaining));
        Assert.Equal(given, await city.Person(an).GiveToStation(command, id, City.Words));
        Assert.Equal("preset", (await city.Person(an).GiveToStation(city.Cell.Command(), id, new("helped", null, "call me"))).Field);
        Assert.Equal(Outcome.NotFound, (await city.Person(an).GiveToStation(city.Cell.Command(), new(Guid.NewGuid()), City.Words)).Outcome);
        Assert.Equal(4, (await city.Person(an).Self()).Remaining);
        var rose = await city.StateAsync(given.Rose);
        Assert.Equal((RoseStatus.Held, id.InChains), (rose.Status, rose.Holder));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task HandedOut_PassedOn_CountsPeopleAndNotTheStation()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an, bai) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var (id, station) = await city.StationAsync(keeper);
        var rose = (await station.HandOut(city.Cell.Command(), an, await station.PassAsync(keeper))).Rose;
        Assert.Null(await city.CountAsync("board:person:all", OpaqueId.Bytes(id.Value)));
        await city.ClaimAsync(await city.OfferAsync(rose, an), bai);
        var reader = (RoseReader)city.Cell.Services.GetService(typeof(RoseReader))!;
        Assert.Equal(2, await reader.People(await city.StateAsync(rose)));
        await city.IsCleanAsync();
        await city.VoidAsync(rose);
        await city.SweepAsync();
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_FalsifiedStockOrList_FindsIt()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var keeper = await city.PersonAsync();
        var (id, station) = await city.StationAsync(keeper);
        await station.HandOut(city.Cell.Command(), await city.PersonAsync(), await station.PassAsync(keeper));
        await city.IsCleanAsync();
        await city.Redis.SortedSetRemoveAsync(city.Keys.Key(StationEffects.All), StationEffects.Member(id));
        Assert.Contains((await city.RecountAsync()).Differences, difference => difference.Key == "stations");
        await city.Redis.HashIncrementAsync(city.Keys.Key("places"), "440703");
        Assert.Contains((await city.RecountAsync()).Differences, difference => difference.Key == "places");
    }

    [RedisFact]
    public async Task Choose_DistrictsOneAfterAnother_CountsEachPersonWhereTheyLive()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        await city.Person(an).Choose(city.Cell.Command(), new(District: "440703"));
        await city.Person(bai).Choose(city.Cell.Command(), new(District: "440703"));
        await city.Person(bai).Choose(city.Cell.Command(), new(District: "440705"));
        Assert.Equal((1, 1), ((int)await city.Redis.HashGetAsync(city.Keys.Key("places"), "440703"), (int)await city.Redis.HashGetAsync(city.Keys.Key("places"), "440705")));
        await city.Person(an).Close(city.Cell.Command());
        Assert.Equal(0, (int)await city.Redis.HashGetAsync(city.Keys.Key("places"), "440703"));
        await city.SweepAsync();
        await city.IsCleanAsync();
    }

    // As a caller does: an expected conflict is tried once more with the same command.
    private static async Task<Outcome> Tried(Func<Task<HandOutReceipt>> act)
    {
        try
        {
            return (await act()).Outcome;
        }
        catch (LedgerException)
        {
            return (await act()).Outcome;
        }
    }
}
