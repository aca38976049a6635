using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Rankings;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Paper;

/// <summary>Photographed codes (OR-03): stickers that anybody may carry on, too many people at one code, and ways that nobody can travel.</summary>
[Collection(StoreTests.Name)]
public sealed class CopiedCodeTests(StoreFixture stores)
{
    private const string Pengjiang = "440703", Enping = "440785";

    [RedisFact]
    public async Task Sticker_AHundredPeopleAtOnce_MovesOnceAndFreezes()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await IssueAsync(city, free: true);
        var rose = (await ScanAsync(city, await city.PersonAsync())).Rose;
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        var people = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => city.PersonAsync()));
        var receipts = await Task.WhenAll(people.Select(person => ScanAsync(city, person)));
        var taken = Assert.Single(receipts, receipt => receipt.Outcome == Outcome.Done);
        var state = await city.StateAsync(rose);
        Assert.Equal((1, 1, people[Array.IndexOf(receipts, taken)]), (taken.Hop, state.Hops, state.Holder));
        Assert.True(state.Paper!.FrozenAt > 0);
        Assert.Equal(29, receipts.Count(receipt => receipt.Outcome == Outcome.SlowDown)); // thirty were seen, the next one froze it
        Assert.Equal(70, receipts.Count(receipt => receipt.Outcome == Outcome.Frozen));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Sticker_CarriedOnWithoutAHandOver_CountsNothingAnywhere()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await IssueAsync(city, free: true);
        var (an, bai, chen) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var rose = (await ScanAsync(city, an)).Rose;
        Assert.Equal(Outcome.SlowDown, (await ScanAsync(city, bai)).Outcome); // twenty seconds in a hand at least
        city.Clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal(1, (await ScanAsync(city, bai)).Hop);
        Assert.Equal(Outcome.Forbidden, (await city.Rose(rose).HandOver(rose, city.Cell.Command(), bai)).Outcome);
        city.Clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal(Outcome.DirectBounce, (await ScanAsync(city, an)).Outcome);
        Assert.Equal(2, (await ScanAsync(city, chen)).Hop);
        Assert.Equal(3, await city.Cell.Services.GetRequiredService<RoseReader>().People(await city.StateAsync(rose)));
        Assert.Equal(RedisNull, await city.Redis.HashGetAsync(city.Keys.Key("totals"), "claimed"));
        Assert.Empty(await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key(Boards.Whole(Boards.Company))));
        Assert.Empty(await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key(Boards.Whole(Boards.Person))));
        Assert.Empty(await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key(Boards.Whole(Boards.Chain))));
        Assert.False(await city.Redis.KeyExistsAsync(city.Keys.Key(RoseEffects.Latest)));
        await city.IsCleanAsync();
        await city.VoidAsync(rose);
        await city.SweepAsync();
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Sticker_GivenToCouriers_IsRefused()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        Assert.Equal((Outcome.Invalid, "seed"), await Batch(city).Issue(city.Cell.Command(), new(default, 5, "s", "co-sf", true)) is var refused ? (refused.Outcome, refused.Field!) : default);
        await IssueAsync(city, free: true);
        Assert.Equal(Outcome.Invalid, (await Batch(city).Hand(city.Cell.Command(), default, IssueBatch.Pool)).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Window_MorePeopleThanMay_FreezesWhereItIs_TakersCountToo()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), settings: new() { ["Paper:ScannersPerHour"] = "2" });
        await IssueAsync(city);
        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => city.PersonAsync()));
        var rose = (await ScanAsync(city, people[0])).Rose;
        for (var i = 1; i <= 2; i++)
        {
            await HandAsync(city, rose, people[i - 1]);
            Assert.Equal(i, (await ScanAsync(city, people[i])).Hop);
        }

        await HandAsync(city, rose, people[2]);
        Assert.Equal(Outcome.Frozen, (await ScanAsync(city, people[3])).Outcome);
        Assert.Equal((2, people[2]), await city.StateAsync(rose) is var state ? (state.Hops, state.Holder) : default);
        await city.IsCleanAsync();
        Assert.Equal(Outcome.Done, (await city.Rose(rose).Release(rose, city.Cell.Command(), people[0], "looked")).Outcome);
        city.Clock.Advance(TimeSpan.FromMinutes(61));
        await HandAsync(city, rose, people[2]);
        Assert.Equal(3, (await ScanAsync(city, people[3])).Hop);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task HandOvers_TooFarApartForTheTime_FreezeBeforeTheyMove()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await IssueAsync(city);
        var (an, bai) = (await LivingAsync(city, Pengjiang), await LivingAsync(city, Pengjiang));
        var (chen, dan) = (await LivingAsync(city, Enping), await LivingAsync(city, Enping));
        var rose = (await ScanAsync(city, an)).Rose;
        await HandAsync(city, rose, an);
        Assert.Equal(1, (await ScanAsync(city, bai)).Hop); // two of Pengjiang: there it was
        await HandAsync(city, rose, bai);
        Assert.Equal(2, (await ScanAsync(city, chen)).Hop); // somebody on a visit: nothing follows from it
        await HandAsync(city, rose, chen);
        Assert.Equal(Outcome.Frozen, (await ScanAsync(city, dan)).Outcome); // two of Enping, minutes later
        var state = await city.StateAsync(rose);
        Assert.Equal((2, chen, Pengjiang, Enping), (state.Hops, state.Holder, state.Paper!.Place, state.Paper.Sighted));
        await city.IsCleanAsync();

        await city.Rose(rose).Release(rose, city.Cell.Command(), an, "a family on its way home");
        await HandAsync(city, rose, chen);
        Assert.Equal(3, (await ScanAsync(city, dan)).Hop); // what was looked at does not freeze it again
        Assert.Null((await city.StateAsync(rose)).Paper!.Sighted);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task HandOvers_FarApartWithTimeEnough_Move()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await IssueAsync(city);
        var people = new[] { await LivingAsync(city, Pengjiang), await LivingAsync(city, Pengjiang), await LivingAsync(city, Enping), await LivingAsync(city, Enping) };
        var rose = (await ScanAsync(city, people[0])).Rose;
        for (var i = 1; i < people.Length; i++)
        {
            city.Clock.Advance(TimeSpan.FromMinutes(16)); // two districts in between, a quarter of an hour each
            await HandAsync(city, rose, people[i - 1]);
            Assert.Equal(i, (await ScanAsync(city, people[i])).Hop);
        }

        await city.IsCleanAsync();
    }

    private static readonly StackExchange.Redis.RedisValue RedisNull = StackExchange.Redis.RedisValue.Null;

    private static async Task<ParticipantId> LivingAsync(City city, string district)
    {
        var person = await city.PersonAsync();
        Assert.Equal(Outcome.Done, (await city.Person(person).Choose(city.Cell.Command(), new(District: district))).Outcome);
        return person;
    }

    private static IRoseBatchGrain Batch(City city) => city.Cell.Grains.GetGrain<IRoseBatchGrain>($"{city.Cell.CellId}/1");

    private static async Task IssueAsync(City city, bool free = false) =>
        Assert.Equal(Outcome.Done, (await Batch(city).Issue(city.Cell.Command(), new(default, 5, "batch", Free: free))).Outcome);

    private static Task<PaperReceipt> ScanAsync(City city, ParticipantId by) => Batch(city).Scan(city.Cell.Command(), 0, new(by));

    private static async Task HandAsync(City city, RoseId rose, ParticipantId by)
    {
        city.Clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal(Outcome.Done, (await city.Rose(rose).HandOver(rose, city.Cell.Command(), by)).Outcome);
    }
}
