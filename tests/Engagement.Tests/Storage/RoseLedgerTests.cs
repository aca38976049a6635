using Engagement.Contracts;
using Engagement.Grains.Rankings;
using Engagement.Grains.Roses;

namespace Engagement.Tests.Storage;

/// <summary>The ledger's promises on real roses and people (ledger.md tests 5, 7, 8, 9, 11), each closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class RoseLedgerTests(StoreFixture stores)
{
    [Theory, OnRedis, OnGarnet]
    public async Task Claim_RoseBornUnderAnActiveEmptyGrain_IsSeen(StoreKind store)
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(store));
        var (an, bai, command) = (await city.PersonAsync(), await city.PersonAsync(), city.Cell.Command());
        var keys = Service<Grains.Storage.CellKeys>(city);
        var id = new RoseId(keys.Born(an.Value, command.Value, 0));
        Assert.Equal(Outcome.NotFound, (await city.Rose(id).Claim(id, city.Cell.Command(), new(bai, keys.LinkSecret(id.Value, 1)))).Outcome);

        var sent = await city.Person(an).Send(command, new(City.Words, default, false));
        Assert.Equal(id, sent.Rose);
        await city.ClaimAsync(sent, bai);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Void_InAnotherWeekAfterAChangeOfCompany_NegatesWhatWasAttributed()
    {
        var (city, day) = await SecondOfAPair(new());
        await using var _ = city;
        Assert.Equal(0, await city.CountAsync(Boards.Whole(Boards.Company), "co-sf"));
        Assert.Equal(0, await city.CountAsync(Boards.Week(Boards.Company, day), "co-sf"));
        Assert.Equal(0, await city.CountAsync(Boards.Day(Boards.Company, day), "co-sf"));
        Assert.Null(await city.CountAsync(Boards.Whole(Boards.Company), "co-yto"));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Void_OfTheUncountedSecondRoseOfAPair_LeavesTheFirst()
    {
        Assert.Equal((1, true), await VoidedSecond(new()));
    }

    [RedisFact]
    public async Task Control_UndoIgnoresTheOwner_VoidingTheSecondRoseTakesTheFirstOnesCount()
    {
        Assert.NotEqual((1, true), await VoidedSecond(new() { IgnoresOwners = true }));
    }

    [RedisFact]
    public async Task Claim_InstantsOutOfOrder_BoardsAreWhatTheRecordsSay()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var givers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => city.PersonAsync(i % 2 == 0 ? "co-sf" : "co-yto")));
        var takers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => city.PersonAsync()));
        var offers = new List<(SendReceipt Sent, ParticipantId By)>();
        foreach (var giver in givers)
        {
            foreach (var taker in takers)
            {
                offers.Add((await city.SendAsync(giver), taker));
            }
        }

        var random = new Random(7);
        for (var i = 0; i < offers.Count; i += 6)
        {
            city.Clock.UtcNow = ManualClock.Noon.AddSeconds(random.Next(0, 5_000)); // clocks of silos differ
            await Task.WhenAll(offers.Skip(i).Take(6).Select(offer => city.ClaimAsync(offer.Sent, offer.By)));
        }

        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Sweep_StalledSweeperWakesLate_RestoresOnce()
    {
        Assert.Equal(1, await LateSweeper(new()));
    }

    [RedisFact]
    public async Task Control_MessagesAreNotTaken_LateSweeperRestoresTwice()
    {
        Assert.Equal(2, await LateSweeper(new() { IgnoresTakes = true }));
    }

    [RedisFact]
    public async Task Sweep_RestoreSentByAClockFarAhead_ComesHomeByTheOthers()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, sent) = await Unclaimed(city);
        var now = city.Clock.UtcNow;
        city.Clock.Advance(TimeSpan.FromDays(2));
        await city.Rose(sent.Rose).Due(sent.Rose, RoseEffects.Expiry(sent.Rose, 1));
        city.Clock.UtcNow = now;
        Assert.Equal(1, await city.SweepAsync());
        Assert.Equal(6, (await city.Person(an).Self()).Remaining);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Due_SameRestoreManyTimesAtOnce_RestoresOnceAndFailsNobody()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, sent) = await Unclaimed(city);
        await city.Rose(sent.Rose).Due(sent.Rose, RoseEffects.Expiry(sent.Rose, 1));
        var entry = RoseEffects.Restore(an, sent.Rose);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => city.Person(an).Due(entry)).Append(city.Person(an).Block(city.Cell.Command(), new(Guid.NewGuid()), true)));
        Assert.Equal(6, (await city.Person(an).Self()).Remaining);
        await city.IsCleanAsync();
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Send_SameKeyAfterAThousandOtherCommands_MeetsItsOwnRose(StoreKind store)
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(store));
        var (an, command) = (await city.PersonAsync(), city.Cell.Command());
        var first = await city.Person(an).Send(command, new(City.Words, default, false));
        for (var i = 0; i < 1_000; i += 50)
        {
            city.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAll(Enumerable.Range(0, 50).Select(n => city.Person(an).Block(city.Cell.Command(), new(Guid.NewGuid()), n % 2 == 0)));
        }

        var again = await city.Person(an).Send(command, new(City.Words, default, false));
        Assert.Equal((Outcome.Done, first.Rose, first.Secret), (again.Outcome, again.Rose, again.Secret));
        Assert.Equal(4, (await city.Person(an).Self()).Remaining);

        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(Outcome.Done, (await city.SendAsync(an)).Outcome);
        }

        again = await city.Person(an).Send(command, new(City.Words, default, false)); // also when nothing is left to give
        Assert.Equal((Outcome.Done, first.Rose), (again.Outcome, again.Rose));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Grant_SameKeyAfterItWasForgotten_IsNotGrantedTwice()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, command) = (await city.PersonAsync(), city.Cell.Command());
        Assert.Equal(Outcome.Done, (await city.Person(an).Grant(command, default, 100, "fair")).Outcome);
        for (var i = 0; i < 40; i++)
        {
            city.Clock.Advance(TimeSpan.FromSeconds(1));
            await city.Person(an).Block(city.Cell.Command(), new(Guid.NewGuid()), true);
        }

        Assert.Equal(Outcome.TooOld, (await city.Person(an).Grant(command, default, 100, "fair")).Outcome);
        Assert.Equal(100, (await city.Person(an).Self()).Budget);
    }

    // Two roses of the same pair on one day: the second is not counted. The giver moves; in another week both are voided.
    private async Task<(City City, int Day)> SecondOfAPair(Sabotage sabotage)
    {
        var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        city.Cell.Sabotage.IgnoresOwners = sabotage.IgnoresOwners;
        var (an, bai) = (await city.PersonAsync("co-sf"), await city.PersonAsync());
        var (one, two) = (await city.ChainAsync(an, bai), await city.ChainAsync(an, bai));
        Assert.Equal(1, await city.CountAsync(Boards.Whole(Boards.Company), "co-sf"));
        var day = Grains.Campaigns.ShanghaiDay.Of(city.Clock.UtcNow);
        city.Clock.Advance(TimeSpan.FromDays(9));
        await city.EnrolAsync(an, "co-yto");
        await city.VoidAsync(two);
        await city.VoidAsync(one);
        return (city, day);
    }

    private async Task<(long? Count, bool Guarded)> VoidedSecond(Sabotage sabotage)
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        city.Cell.Sabotage.IgnoresOwners = sabotage.IgnoresOwners;
        var (an, bai) = (await city.PersonAsync("co-sf"), await city.PersonAsync());
        var (one, two) = (await city.ChainAsync(an, bai), await city.ChainAsync(an, bai));
        await city.VoidAsync(two);
        var hop = (await city.StateAsync(one)).Latest!;
        return (await city.CountAsync(Boards.Whole(Boards.Company), "co-sf"), await Service<RoseReader>(city).IsCounted(one, hop));
    }

    // A sweeper reads a message, stalls, and delivers it three hours after another one did.
    private async Task<long> LateSweeper(Sabotage sabotage)
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        city.Cell.Sabotage.IgnoresTakes = sabotage.IgnoresTakes;
        var (an, sent) = await Unclaimed(city);
        Assert.True(await city.SweepAsync() > 0);
        await city.SweepAsync();
        city.Clock.Advance(TimeSpan.FromHours(3));
        await city.Rose(sent.Rose).Due(sent.Rose, RoseEffects.Expiry(sent.Rose, 1));
        await city.Person(an).Due(RoseEffects.Restore(an, sent.Rose));
        if (!sabotage.IgnoresTakes)
        {
            await city.IsCleanAsync();
        }

        return (await city.Person(an).Self()).Remaining - 5;
    }

    private static async Task<(ParticipantId An, SendReceipt Sent)> Unclaimed(City city)
    {
        var an = await city.PersonAsync();
        var sent = await city.SendAsync(an);
        city.Clock.Advance(TimeSpan.FromHours(25));
        return (an, sent);
    }

    private static T Service<T>(City city) where T : notnull =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<T>(city.Cell.Services);
}
