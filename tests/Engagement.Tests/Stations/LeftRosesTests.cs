using Engagement.Contracts;
using Engagement.Grains.Journeys;
using Engagement.Grains.Rankings;
using Engagement.Grains.Roses;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Stations;

/// <summary>Roses that are left at a station for the next visitor (OR-08), each story closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class LeftRosesTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Leave_RoseInHand_LiesThereUntilTheNextVisitorTakesIt()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an, bai, chen) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync("co-yto"), await city.PersonAsync());
        var (id, station) = await city.StationAsync(keeper);
        var rose = await city.ChainAsync(an, bai);
        await city.OfferAsync(rose, bai); // an open offer ends
        var command = city.Cell.Command();
        Assert.Equal(Outcome.NotHolder, (await city.Rose(rose).Leave(rose, city.Cell.Command(), chen, id)).Outcome);
        Assert.Equal(Outcome.Done, (await city.Rose(rose).Leave(rose, command, bai, id)).Outcome);
        Assert.Equal(Outcome.Done, (await city.Rose(rose).Leave(rose, command, bai, id)).Outcome);
        var lying = await city.StateAsync(rose);
        Assert.Equal((2, id.InChains, true, 0L), (lying.Hops, lying.Holder, lying.Lies, await HeldAsync(city, bai)));
        Assert.Equal(1, (await city.Stations().Lying(id, 5)).Total);
        Assert.Equal(0, await city.Stations().Received(id)); // it is not for the crew
        Assert.Equal(1, await city.CountAsync(Boards.Whole(Boards.Company), "co-yto")); // the giver's units, as for every pass
        Assert.Null(await city.CountAsync(Boards.Whole(Boards.Person), OpaqueId.Bytes(bai.Value))); // and no person
        await city.IsCleanAsync();

        var (pass, taking) = (await station.PassAsync(keeper), city.Cell.Command());
        Assert.Equal(new(Outcome.Done, rose), await station.TakeLeft(taking, chen, rose, pass));
        Assert.Equal(new(Outcome.Done, rose), await station.TakeLeft(taking, chen, rose, pass));
        var taken = await city.StateAsync(rose);
        Assert.Equal((3, chen, 1L), (taken.Hops, taken.Holder, await HeldAsync(city, chen)));
        Assert.Equal(("helped", "thanks"), (taken.Latest!.Letter.Reason, taken.Latest.Letter.Preset)); // what the station says
        Assert.Equal((3L, 3), (await PeopleAsync(city, rose), taken.LatestPlace)); // a station is no person
        Assert.Null(await city.CountAsync(Boards.Whole(Boards.Person), OpaqueId.Bytes(id.Value)));
        Assert.Equal(0, (await city.Stations().Lying(id, 5)).Total);
        Assert.Equal((100, 0L), ((await station.Show()).Stock, (await station.Show()).HandedOut));
        await city.ClaimAsync(await city.OfferAsync(rose, chen), an); // and it goes on
        await city.IsCleanAsync();
        await city.VoidAsync(rose);
        await city.SweepAsync();
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Leave_RoseOfPaperByItsFinder_IsTakenAtTheScreenAndNotByItsCode()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an, bai, chen) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var (id, station) = await city.StationAsync(keeper);
        var batch = city.Cell.Grains.GetGrain<IRoseBatchGrain>($"{city.Cell.CellId}/1");
        await batch.Issue(city.Cell.Command(), new(default, 1, "paper", "co-sf"));
        var rose = (await batch.Scan(city.Cell.Command(), 0, new(an))).Rose;
        Assert.Equal(Outcome.Done, (await city.Rose(rose).HandOver(rose, city.Cell.Command(), an)).Outcome);
        Assert.Equal(Outcome.Done, (await city.Rose(rose).Leave(rose, city.Cell.Command(), an, id)).Outcome); // the window closes
        Assert.Equal(Outcome.AlreadyClaimed, (await batch.Scan(city.Cell.Command(), 0, new(bai))).Outcome);
        Assert.Equal((1, 1L), ((await city.StateAsync(rose)).Hops, await PeopleAsync(city, rose)));
        await city.IsCleanAsync();
        Assert.Equal(Outcome.Done, (await station.TakeLeft(city.Cell.Command(), bai, rose, await station.PassAsync(keeper))).Outcome);
        Assert.Equal((2L, 2), (await PeopleAsync(city, rose), (await city.StateAsync(rose)).LatestPlace));
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        await city.Rose(rose).HandOver(rose, city.Cell.Command(), bai);
        Assert.Equal(3, (await batch.Scan(city.Cell.Command(), 0, new(chen))).Hop);
        Assert.Equal(3, await PeopleAsync(city, rose));
        Assert.Equal(3, await city.CountAsync(Boards.Whole(Boards.Chain), RoseEffects.Member(rose)));
        await city.IsCleanAsync();
        await city.VoidAsync(rose);
        await city.SweepAsync();
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task TakeLeft_ManyVisitorsAtOnce_OneHasItAndNoCodeGivesMoreThanItMay()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an, bai) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var (id, station) = await city.StationAsync(keeper);
        var (rose, second) = (await city.ChainAsync(an, bai), await city.ChainAsync(an, bai));
        await city.Rose(rose).Leave(rose, city.Cell.Command(), bai, id);
        await city.Rose(second).Leave(second, city.Cell.Command(), bai, id);
        var people = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => city.PersonAsync()));
        var pass = await station.PassAsync(keeper);
        var answers = await Task.WhenAll(people.Select(person => station.TakeLeft(city.Cell.Command(), person, rose, pass)));
        Assert.Single(answers, answer => answer.Outcome == Outcome.Done);
        Assert.Equal(4, answers.Count(answer => answer.Outcome == Outcome.AlreadyClaimed));
        Assert.Equal(15, answers.Count(answer => answer.Outcome == Outcome.Expired));
        Assert.Equal(3, (await city.StateAsync(rose)).Hops);
        await city.IsCleanAsync();

        city.Clock.Advance(TimeSpan.FromMinutes(1));
        var (lucky, late) = (people[Array.FindIndex(answers, answer => answer.Outcome == Outcome.Done)], people[Array.FindIndex(answers, answer => answer.Outcome == Outcome.AlreadyClaimed)]);
        var fresh = await station.PassAsync(keeper);
        Assert.Equal(new(Outcome.DailyLimit, rose), await station.TakeLeft(city.Cell.Command(), lucky, second, fresh)); // one a person and day
        Assert.Equal(Outcome.DirectBounce, (await station.TakeLeft(city.Cell.Command(), bai, second, fresh)).Outcome);
        Assert.Equal(Outcome.Done, (await station.TakeLeft(city.Cell.Command(), late, second, fresh)).Outcome); // whoever was too late may try another one
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Leave_ClosedOrUnknownStationFrozenOrStraightBack_StaysInHand()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an, bai) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var ((closed, shut), (id, station)) = (await city.StationAsync(keeper), await city.StationAsync(keeper));
        await shut.Switch(city.Cell.Command(), StationCity.Operator, false, "rain");
        var rose = await city.ChainAsync(an, bai);
        Assert.Equal(Outcome.SwitchedOff, (await city.Rose(rose).Leave(rose, city.Cell.Command(), bai, closed)).Outcome);
        Assert.Equal(Outcome.NotFound, (await city.Rose(rose).Leave(rose, city.Cell.Command(), bai, new(Guid.NewGuid()))).Outcome);
        var mine = (await station.HandOut(city.Cell.Command(), an, await station.PassAsync(keeper))).Rose;
        Assert.Equal(Outcome.DirectBounce, (await city.Rose(mine).Leave(mine, city.Cell.Command(), an, id)).Outcome);
        Assert.Equal(Outcome.AlreadyClaimed, (await station.TakeLeft(city.Cell.Command(), an, rose, await station.PassAsync(keeper))).Outcome); // it lies nowhere
        Assert.Equal((1, bai), await city.StateAsync(rose) is var state ? (state.Hops, state.Holder) : default);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Journey_ThroughAStation_TellsTheStationsDistrict()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => city.PersonAsync()));
        foreach (var person in people)
        {
            await city.Person(person).Choose(city.Cell.Command(), new(District: "440703"));
        }

        var (id, station) = await city.StationAsync(people[0], district: "440785");
        await city.Redis.HashSetAsync(city.Keys.Key("places"), "440785", 5); // enough people live there to be told
        var rose = await city.ChainAsync(people[1], people[2]);
        await city.Rose(rose).Leave(rose, city.Cell.Command(), people[2], id);
        await station.TakeLeft(city.Cell.Command(), people[3], rose, await station.PassAsync(people[0]));
        city.Clock.Advance(TimeSpan.FromHours(25));
        var journey = await city.Cell.Services.GetRequiredService<JourneyReader>().Of(await city.StateAsync(rose));
        Assert.Equal([new("440703", 2), new("440785", 1), new("440703", 1)], journey!.Stops);
    }

    [RedisFact]
    public async Task Void_WhileItLies_LiesNowhere()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an, bai) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var (id, station) = await city.StationAsync(keeper);
        var rose = await city.ChainAsync(an, bai);
        await city.Rose(rose).Leave(rose, city.Cell.Command(), bai, id);
        await city.VoidAsync(rose);
        Assert.Equal(Outcome.Voided, (await station.TakeLeft(city.Cell.Command(), an, rose, await station.PassAsync(keeper))).Outcome);
        Assert.Equal(0, (await city.Stations().Lying(id, 5)).Total);
        await city.SweepAsync();
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task TakeLeft_OfAnotherStation_IsNotThere()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an, bai, chen) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var ((here, _), (_, there)) = (await city.StationAsync(keeper), await city.StationAsync(keeper));
        var rose = await city.ChainAsync(an, bai);
        await city.Rose(rose).Leave(rose, city.Cell.Command(), bai, here);
        Assert.Equal(Outcome.AlreadyClaimed, (await there.TakeLeft(city.Cell.Command(), chen, rose, await there.PassAsync(keeper))).Outcome);
        Assert.True((await city.StateAsync(rose)).Lies);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_RoseThatLiesButIsOnNoListOrAtNoStation_IsNamed()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (keeper, an, bai) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var (id, _) = await city.StationAsync(keeper);
        var rose = await city.ChainAsync(an, bai);
        await city.Rose(rose).Leave(rose, city.Cell.Command(), bai, id);
        await city.IsCleanAsync();
        await city.Redis.KeyDeleteAsync(city.Keys.Key(RoseEffects.Lying(id.InChains)));
        await city.Redis.KeyDeleteAsync(city.Keys.Key($"station:{id}"));
        var named = (await city.RecountAsync()).Differences.Select(difference => difference.ToString()).ToArray();
        Assert.Contains(named, line => line.StartsWith($"index lying:{id} ", StringComparison.Ordinal));
        Assert.Contains(named, line => line.StartsWith($"record station:{id}", StringComparison.Ordinal) && line.EndsWith("where 1 roses lie", StringComparison.Ordinal));
    }

    private static async Task<long> PeopleAsync(City city, RoseId rose) => await city.Cell.Services.GetRequiredService<RoseReader>().People(await city.StateAsync(rose));

    private static Task<long> HeldAsync(City city, ParticipantId person) => city.Redis.SortedSetLengthAsync(city.Keys.Key(RoseEffects.Held(person)));
}
