using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Rankings;
using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Paper;

/// <summary>Roses of paper on a real store, each story closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class PaperLedgerTests(StoreFixture stores)
{
    [Theory, OnRedis, OnGarnet]
    public async Task Scan_First_BearsTheRoseInTheFindersHands(StoreKind store)
    {
        await using var city = await CityAsync(store);
        var (an, command) = (await city.PersonAsync(), city.Cell.Command());
        await Issue(city, 1, 10);
        var first = await Batch(city, 1).Scan(command, 3, new(an));
        Assert.Equal((Outcome.Done, 0), (first.Outcome, first.Hop));
        var again = await Batch(city, 1).Scan(command, 3, new(an));
        Assert.Equal((Outcome.Done, first.Rose), (again.Outcome, again.Rose));
        Assert.Equal(Outcome.OwnRose, (await Scan(city, 1, 3, an)).Outcome); // the same person twice: a look
        var rose = await city.StateAsync(first.Rose);
        Assert.Equal((RoseStatus.Held, an, 0), (rose.Status, rose.Holder, rose.Hops));
        Assert.Equal(5, (await city.Person(an).Self()).Remaining); // it costs nobody a rose of the day
        Assert.Equal(1, (await Held(city, an)));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Scan_AHundredPeopleAtOnceOnAFreshCode_OneHasIt()
    {
        await using var city = await CityAsync(StoreKind.Redis, new() { ["Paper:ScannersPerHour"] = "200" });
        await Issue(city, 1, 1);
        var people = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => city.PersonAsync()));
        var receipts = await Task.WhenAll(people.Select(person => Scan(city, 1, 0, person)));
        Assert.Single(receipts, receipt => receipt.Outcome == Outcome.Done);
        Assert.Equal(99, receipts.Count(receipt => receipt.Outcome == Outcome.AlreadyClaimed));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Scan_AHundredPeopleAtOnceInTheWindow_MovesOnceAndFreezesTheCode()
    {
        await using var city = await CityAsync(StoreKind.Redis);
        await Issue(city, 1, 1);
        var an = await city.PersonAsync();
        var rose = (await Scan(city, 1, 0, an)).Rose;
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Outcome.Done, (await city.Rose(rose).HandOver(rose, city.Cell.Command(), an)).Outcome);
        var people = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => city.PersonAsync()));
        var receipts = await Task.WhenAll(people.Select(person => Scan(city, 1, 0, person)));
        var taken = Assert.Single(receipts, receipt => receipt.Outcome == Outcome.Done);
        Assert.Equal(1, taken.Hop);
        var state = await city.StateAsync(rose);
        Assert.Equal(1, state.Hops);
        Assert.True(state.Paper!.FrozenAt > 0);
        Assert.Contains(receipts, receipt => receipt.Outcome == Outcome.Frozen);
        Assert.Equal(Outcome.Frozen, (await city.Rose(rose).HandOver(rose, city.Cell.Command(), state.Holder)).Outcome);
        await city.IsCleanAsync();

        Assert.Equal(Outcome.Done, (await city.Rose(rose).Release(rose, city.Cell.Command(), an, "looked")).Outcome);
        Assert.Equal(Outcome.Done, (await city.Rose(rose).HandOver(rose, city.Cell.Command(), state.Holder)).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task HandOver_WindowPassedHopTooSoonAndBounce_AreRefused()
    {
        await using var city = await CityAsync(StoreKind.Redis);
        await Issue(city, 1, 1, "co-sf");
        var (an, bai, chen) = (await city.PersonAsync("co-sf"), await city.PersonAsync(), await city.PersonAsync());
        var rose = (await Scan(city, 1, 0, an)).Rose;
        city.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(Outcome.Expired, (await Scan(city, 1, 0, bai)).Outcome); // nobody hands it over
        Assert.Equal(Outcome.NotHolder, (await city.Rose(rose).HandOver(rose, city.Cell.Command(), bai)).Outcome);
        await Hand(city, rose, an);
        city.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Outcome.Expired, (await Scan(city, 1, 0, bai)).Outcome); // ten minutes, not longer
        await Hand(city, rose, an);
        await city.Rose(rose).Keep(rose, city.Cell.Command(), an);
        Assert.Equal(Outcome.Expired, (await Scan(city, 1, 0, bai)).Outcome);
        await Hand(city, rose, an);
        Assert.Equal(1, (await Scan(city, 1, 0, bai)).Hop);
        await Hand(city, rose, bai);
        Assert.Equal(Outcome.SlowDown, (await Scan(city, 1, 0, chen)).Outcome); // twenty seconds in a hand at least
        city.Clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal(Outcome.DirectBounce, (await Scan(city, 1, 0, an)).Outcome);
        Assert.Equal(2, (await Scan(city, 1, 0, chen)).Hop);
        Assert.Equal(3, await city.CountAsync(Boards.Whole(Boards.Chain), RoseEffects.Member(rose)));
        Assert.Equal(3, await city.CountAsync(Boards.Whole(PaperEffects.SeedBoard), RoseEffects.Member(rose)));
        Assert.Equal((1L, 1L, 2L, 3L), await Seeds(city));
        Assert.Equal(Outcome.Forbidden, (await city.Rose(rose).Offer(rose, city.Cell.Command(), chen, City.Words, default)).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Void_OfARange_EndsRosesTakesCountsBackAndLeavesTheWay()
    {
        await using var city = await CityAsync(StoreKind.Redis);
        await Issue(city, 1, 120, IssueBatch.Pool);
        var (an, bai) = (await city.PersonAsync("co-sf"), await city.PersonAsync());
        var roses = new List<RoseId>();
        for (var serial = 0; serial < 60; serial++)
        {
            roses.Add((await Scan(city, 1, serial, an)).Rose);
        }

        city.Clock.Advance(TimeSpan.FromMinutes(1));
        await Hand(city, roses[0], an);
        await Scan(city, 1, 0, bai);
        Assert.Equal(1, await city.CountAsync(Boards.Whole(Boards.Company), "co-sf"));
        Assert.Equal(Outcome.Invalid, (await Batch(city, 1).Void(city.Cell.Command(), an, 50, 120, "lost")).Outcome);
        Assert.Equal(Outcome.Done, (await Batch(city, 1).Void(city.Cell.Command(), an, 0, 99, "lost")).Outcome);
        Assert.Equal(Outcome.Voided, (await Scan(city, 1, 70, bai)).Outcome);
        Assert.Equal(Outcome.Done, (await Scan(city, 1, 100, bai)).Outcome);
        await city.IsCleanAsync();
        while (await city.SweepAsync() > 0)
        {
        }

        Assert.All(await Task.WhenAll(roses.Select(city.StateAsync)), rose => Assert.Equal(RoseStatus.Voided, rose.Status));
        Assert.Equal(0, await city.CountAsync(Boards.Whole(Boards.Company), "co-sf"));
        Assert.Equal(1, (await city.StateAsync(roses[0])).Hops);
        Assert.True((await Batches(city, 1))!.Voids![0].IsDone);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Reissue_OfACodeOnItsWay_NewPrintInheritsTheJourney()
    {
        await using var city = await CityAsync(StoreKind.Redis);
        await Issue(city, 1, 10, "co-sf");
        var (an, bai, chen) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var rose = (await Scan(city, 1, 4, an)).Rose;
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        var command = city.Cell.Command();
        var print = await Batch(city, 1).Reissue(command, an, 3, 5, "wet");
        Assert.Equal(Outcome.Done, print.Outcome);
        Assert.Equal(print.Batch, (await Batch(city, 1).Reissue(command, an, 3, 5, "wet")).Batch);
        Assert.Equal(Outcome.AlreadyDecided, (await Batch(city, 1).Reissue(city.Cell.Command(), an, 5, 6, "wet")).Outcome);
        await Hand(city, rose, an);
        Assert.Equal(Outcome.Voided, (await Scan(city, 1, 4, bai)).Outcome); // the old paper is dead
        var taken = await Scan(city, print.Batch, 1, bai);
        Assert.Equal((Outcome.Done, rose, 1), (taken.Outcome, taken.Rose, taken.Hop));
        var fresh = await Scan(city, print.Batch, 0, chen); // one that nobody had scanned: born under its new print, still a seed
        Assert.Equal((Outcome.Done, 0), (fresh.Outcome, fresh.Hop));
        Assert.Equal("co-sf", (await city.StateAsync(fresh.Rose)).Paper!.Seed);
        Assert.Equal((10L, 2L, 1L, 2L), await Seeds(city));
        await city.IsCleanAsync();

        Assert.Equal(Outcome.Done, (await Batch(city, 1).Void(city.Cell.Command(), an, 0, 9, "over")).Outcome);
        while (await city.SweepAsync() > 0)
        {
        }

        Assert.Equal(RoseStatus.Held, (await city.StateAsync(rose)).Status); // it lives on under the new print
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Scan_WithoutNetwork_KeepsBothTimesAndAsksWhenTooOld()
    {
        await using var city = await CityAsync(StoreKind.Redis);
        await Issue(city, 1, 3);
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        var rose = (await Scan(city, 1, 0, an)).Rose;
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        await Hand(city, rose, an);
        city.Clock.Advance(TimeSpan.FromMinutes(4));
        var scanned = city.Clock.UtcNow.ToUnixTimeMilliseconds();
        city.Clock.Advance(TimeSpan.FromHours(30)); // the window is long over, but it was open then
        var command = city.Cell.Command();
        var scan = new PaperScan(bai, scanned, 1);
        Assert.Equal(1, (await Batch(city, 1).Scan(command, 0, scan)).Hop);
        Assert.Equal(1, (await Batch(city, 1).Scan(command, 0, scan)).Hop);
        var hop = (await city.StateAsync(rose)).Latest!;
        Assert.Equal((scanned, 1L, city.Clock.UtcNow.ToUnixTimeMilliseconds()), (hop.DeviceAt, hop.Counter, hop.At));
        Assert.Equal(Outcome.Invalid, (await Batch(city, 1).Scan(city.Cell.Command(), 1, new(an, city.Clock.UtcNow.AddHours(1).ToUnixTimeMilliseconds(), 2))).Outcome);

        city.Clock.Advance(TimeSpan.FromMinutes(1));
        await Hand(city, rose, bai);
        var chen = await city.PersonAsync();
        var late = new PaperScan(chen, city.Clock.UtcNow.AddMinutes(1).ToUnixTimeMilliseconds(), 7);
        city.Clock.Advance(TimeSpan.FromHours(73));
        var waits = await Batch(city, 1).Scan(city.Cell.Command(), 0, late);
        Assert.Equal((Outcome.Done, true, 1), (waits.Outcome, waits.Waits, (await city.StateAsync(rose)).Hops));
        await city.IsCleanAsync();
        Assert.Equal(Outcome.Done, (await city.Rose(rose).JudgeLate(rose, city.Cell.Command(), an, chen, true)).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, (await city.Rose(rose).JudgeLate(rose, city.Cell.Command(), an, chen, true)).Outcome);
        Assert.Equal((2, chen), ((await city.StateAsync(rose)).Hops, (await city.StateAsync(rose)).Holder));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Issue_BadFieldsOtherCommandsAndDownloads_AreAnsweredAndAudited()
    {
        await using var city = await CityAsync(StoreKind.Redis);
        var (an, command) = (await city.PersonAsync(), city.Cell.Command());
        foreach (var (wanted, field) in new (IssueBatch, string)[]
        {
            (new(an, 0, "a"), "size"), (new(an, 10_001, "a"), "size"), (new(an, 1, "  "), "name"), (new(an, 1, new('a', 31)), "name"), (new(an, 1, "a", "nobody"), "seed"),
        })
        {
            Assert.Equal((Outcome.Invalid, field), await Batch(city, 9).Issue(city.Cell.Command(), wanted) is var refused ? (refused.Outcome, refused.Field!) : default);
        }

        Assert.Equal(Outcome.NotFound, (await Scan(city, 9, 0, an)).Outcome);
        Assert.Equal(new BatchReceipt(Outcome.Done, 9), await Batch(city, 9).Issue(command, new(an, 10_000, "fair")));
        Assert.Equal(new BatchReceipt(Outcome.Done, 9), await Batch(city, 9).Issue(command, new(an, 10_000, "fair")));
        Assert.Equal(Outcome.AlreadyDecided, (await Batch(city, 9).Issue(city.Cell.Command(), new(an, 10_000, "fair"))).Outcome);
        Assert.Equal(Outcome.NotFound, (await Scan(city, 9, 10_000, an)).Outcome);
        Assert.Equal(Outcome.Done, (await Batch(city, 9).Hand(city.Cell.Command(), an, "co-yto")).Outcome);
        Assert.Equal((10_000L, 0L, 0L, 0L), await Seeds(city));
        await Batch(city, 9).Download(city.Cell.Command(), an, "pdf:1-240");
        Assert.Equal(1, (await Batches(city, 9))!.Downloads);
        Assert.Equal(Outcome.Done, (await Scan(city, 9, 9_999, an)).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, (await Batch(city, 9).Hand(city.Cell.Command(), an, null)).Outcome); // the number of seeds is fixed
        var audit = await city.Cell.Services.GetRequiredService<AuditReader>().Latest("paper.download");
        Assert.Equal(("9", an, "pdf:1-240"), Assert.Single(audit) is var line ? (line.Target, line.By, line.Reason) : default);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_FalsifiedPaper_IsNamed()
    {
        await using var city = await CityAsync(StoreKind.Redis);
        await Issue(city, 1, 2, "co-sf");
        var an = await city.PersonAsync();
        var rose = (await Scan(city, 1, 0, an)).Rose;
        await city.IsCleanAsync();
        await city.Redis.HashIncrementAsync(city.Keys.Key(PaperEffects.Seeds), "born");
        await city.Redis.SortedSetRemoveAsync(city.Keys.Key(PaperEffects.Batches), 1);
        await city.Redis.SortedSetRemoveAsync(city.Keys.Key(RoseEffects.Held(an)), RoseEffects.Member(rose));
        await city.Redis.KeyDeleteAsync(city.Keys.Key($"rose:{rose}"));
        var named = (await city.RecountAsync()).Differences.Select(difference => difference.ToString()).ToArray();
        Assert.Contains("counter seeds born stored 2 expected none", named);
        Assert.Contains(named, line => line.StartsWith("index batches 1 stored none", StringComparison.Ordinal));
        Assert.Contains("conservation batch:1 roses born stored 0 expected 1", named);
    }

    private async Task<City> CityAsync(StoreKind store, Dictionary<string, string?>? settings = null) =>
        await City.StartAsync(await stores.ConnectionAsync(store), settings: settings);

    private static IRoseBatchGrain Batch(City city, int number) => city.Cell.Grains.GetGrain<IRoseBatchGrain>($"{city.Cell.CellId}/{number}");

    private static Task<RoseBatchState?> Batches(City city, int number) => city.Cell.Services.GetRequiredService<BatchReader>().Read(number);

    private static async Task Issue(City city, int number, int size, string? seed = null) =>
        Assert.Equal(Outcome.Done, (await Batch(city, number).Issue(city.Cell.Command(), new(default, size, "batch", seed))).Outcome);

    private static Task<PaperReceipt> Scan(City city, int number, int serial, ParticipantId by) => Batch(city, number).Scan(city.Cell.Command(), serial, new(by));

    private static async Task Hand(City city, RoseId rose, ParticipantId by) =>
        Assert.Equal(Outcome.Done, (await city.Rose(rose).HandOver(rose, city.Cell.Command(), by)).Outcome);

    private static Task<long> Held(City city, ParticipantId person) => city.Redis.SortedSetLengthAsync(city.Keys.Key(RoseEffects.Held(person)));

    private static async Task<(long, long, long, long)> Seeds(City city)
    {
        var seeds = (await city.Cell.Services.GetRequiredService<CityReader>().Read()).Seeds;
        return (seeds.Issued, seeds.Born, seeds.Passed, seeds.Farthest);
    }
}
