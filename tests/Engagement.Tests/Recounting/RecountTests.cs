using Engagement.Contracts;
using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Tests.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Recounting;

/// <summary>A recount is clean after whatever happened, and names whatever was tampered with.</summary>
[Collection(StoreTests.Name)]
public sealed class RecountTests(StoreFixture stores)
{
    [Theory, OnRedis, OnGarnet]
    public async Task Run_EmptyCell_IsClean(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var output = new StringWriter();
        Assert.Equal(0, await RecountCommand.RunAsync(bench.Services, output, json: false));
        Assert.Contains("Clean", output.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Run_AfterOrdinaryTraffic_IsClean(StoreKind store)
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(store));
        await TrafficAsync(city);
        await city.IsCleanAsync();
        var report = await city.RecountAsync();
        Assert.Equal(8, report.Records["rose"]);
        Assert.Equal(new Dictionary<string, long> { ["Held"] = 1, ["Kept"] = 2, ["Offered"] = 1, ["Returned"] = 1, ["Voided"] = 2, ["Withdrawn"] = 1 }, report.Roses);
    }

    [RedisFact]
    public async Task Run_VoidOfALongChainInSteps_IsCleanAfterEachStep()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => city.PersonAsync()));
        var rose = await city.ChainAsync([.. Enumerable.Range(0, 231).Select(i => people[i % 4])]);
        await city.IsCleanAsync();
        await city.VoidAsync(rose);
        await city.IsCleanAsync();
        Assert.Equal(100, (await city.StateAsync(rose)).Negated);
        await city.Rose(rose).Due(rose, RoseEffects.Negate(rose, 130));
        await city.IsCleanAsync();
        while (await city.SweepAsync() > 0)
        {
        }

        Assert.Equal(230, (await city.StateAsync(rose)).Negated);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Run_SiloKilledInTheMiddle_IsClean()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), silos: 2);
        var people = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => city.PersonAsync()));
        var done = 0;
        var traffic = Enumerable.Range(0, 40).Select(async i =>
        {
            var (giver, taker) = (people[i % 10], people[(i * 3 + 1) % 10]);
            var (send, claim) = (city.Cell.Command(), city.Cell.Command());
            var sent = await Eventually.AnswersAsync(() => city.Person(giver).Send(send, new(City.Words, default, false)));
            Assert.Equal(Outcome.Done, sent.Outcome);
            if (taker != giver)
            {
                await Eventually.AnswersAsync(() => city.Rose(sent.Rose).Claim(sent.Rose, claim, new(taker, sent.Secret)));
            }

            Interlocked.Increment(ref done);
        }).ToArray();
        await Eventually.HoldsAsync(() => Task.FromResult(done > 5), "traffic flows");
        await city.Cell.Cluster.KillSiloAsync(city.Cell.Cluster.Silos[^1]);
        await Task.WhenAll(traffic);
        var report = await city.RecountAsync();
        Assert.Equal((0, 40L), (report.ExitCode, report.Records["rose"]));
    }

    [RedisFact]
    public async Task Run_AnythingDamaged_IsNamedWithStoredAndExpected()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, rose, offered) = await TrafficAsync(city);
        var hop = (await city.StateAsync(rose)).Latest!;
        RedisKey Key(string name) => city.Keys.Key(name);

        await Names(Key("totals"), redis => redis.HashIncrementAsync(Key("totals"), "claimed"), "counter totals claimed stored");
        await Names(Key("board:company:all"), redis => redis.SortedSetIncrementAsync(Key("board:company:all"), "co-sf", Score(1)), "board board:company:all co-sf stored");
        await Names(Key("board:company:all"), redis => redis.SortedSetRemoveAsync(Key("board:company:all"), "co-sf"), "board board:company:all co-sf stored none");
        await Names(Key("board:company:all"), redis => redis.SortedSetIncrementAsync(Key("board:company:all"), "co-sf", -1), "board board:company:all co-sf stored");
        await Names(Key($"sent:{an}"), redis => redis.SortedSetRemoveAsync(Key($"sent:{an}"), RoseEffects.Member(rose)), $"index sent:{an} {rose} stored none");
        await Names(Key($"hops:{rose}"), redis => redis.ListRightPopAsync(Key($"hops:{rose}")), $"hop hops:{rose} stored 2 hops expected 3");
        await Names(Key($"hops:{rose}"), redis => redis.ListLeftPushAsync(Key($"hops:{rose}"), redis.ListGetByIndex(Key($"hops:{rose}"), 1)), $"hop hops:{rose} 1 stored number 2 expected 1");
        await Names(Key("agenda"), redis => redis.SortedSetRemoveAsync(Key("agenda"), RoseEffects.Expiry(offered, 1)), $"agenda agenda {RoseEffects.Expiry(offered, 1)} stored none");
        await Names(Key("agenda"), redis => redis.SortedSetAddAsync(Key("agenda"), RoseEffects.Restore(an, rose), 1), $"agenda agenda {RoseEffects.Restore(an, rose)} stored a message");
        await Names(Key(hop.PairGuard), redis => redis.HashDeleteAsync(Key(hop.PairGuard), hop.PairMember), $"guard {hop.PairGuard} {hop.From}>{hop.To} stored none expected {rose}#3");
        await Names(Key(hop.PairGuard), redis => redis.HashSetAsync(Key(hop.PairGuard), hop.PairMember, "nobody"), $"guard {hop.PairGuard} {hop.From}>{hop.To} stored nobody");
        await Names(Key($"people:{rose}"), redis => redis.HashDeleteAsync(Key($"people:{rose}"), RoseEffects.Member(new(hop.To.Value))), $"guard people:{rose} {hop.To} stored none");
        await Names(Key($"rose:{rose}"), redis => redis.StringSetAsync(Key($"rose:{rose}"), "short"), $"record rose:{rose} stored unreadable");
        await Names(Key("stranger"), redis => redis.StringSetAsync(Key("stranger"), "?"), "key stranger stored a key");
        await city.IsCleanAsync();

        async Task Names(RedisKey key, Func<IDatabase, Task> damage, string line)
        {
            var backup = await city.Redis.KeyDumpAsync(key);
            await damage(city.Redis);
            var output = new StringWriter();
            Assert.Equal(1, await RecountCommand.RunAsync(city.Cell.Services, output, json: false));
            Assert.Contains(line, output.ToString(), StringComparison.Ordinal);
            await city.Redis.KeyDeleteAsync(key);
            if (backup is not null)
            {
                await city.Redis.KeyRestoreAsync(key, backup);
            }
        }
    }

    [RedisFact]
    public async Task Run_RestoreMessageLost_ConservationNamesThePerson()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var an = await city.PersonAsync();
        var sent = await city.SendAsync(an);
        await city.Rose(sent.Rose).Withdraw(sent.Rose, city.Cell.Command(), an);
        await city.IsCleanAsync();
        await city.Redis.SortedSetRemoveAsync(city.Keys.Key("agenda"), RoseEffects.Restore(an, sent.Rose));
        var report = await city.RecountAsync();
        Assert.Equal($"conservation participant:{an} restored + on the way stored 0 expected 1", Assert.Single(report.Differences).ToString());
    }

    [RedisFact]
    public async Task Run_CellIsWrittenToMeanwhile_GivesNoVerdict()
    {
        await using var writer = await stores.BenchAsync(StoreKind.Redis);
        await using var proxy = new RedisProxy((await stores.RedisAsync()).Port)
        {
            BeforeRequest = () => writer.Redis.StringIncrementAsync(writer.Cell.Sequence),
        };
        await using var reader = new LedgerBench(proxy.Connection, writer.CellId);
        var output = new StringWriter();
        Assert.Equal(2, await RecountCommand.RunAsync(reader.Services, output, json: true));
        Assert.Contains("\"quiet\": false", output.ToString(), StringComparison.Ordinal);
    }

    private static double Score(long count) => count * 67_108_864.0;

    // Send, claim, pass on, return by expiry, withdraw, void of a chain in another week, a second rose of a pair, a rose kept, one offered.
    private static async Task<(ParticipantId An, RoseId Chain, RoseId Offered)> TrafficAsync(City city)
    {
        var (an, bai, chen, du) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync("co-yto"), await city.PersonAsync());
        var doomed = await city.ChainAsync(an, bai, chen, du);
        await city.ChainAsync(bai, chen); // kept in the end
        await city.ChainAsync(bai, chen); // the same pair on the same day: not counted
        await city.SendAsync(chen);
        city.Clock.Advance(TimeSpan.FromHours(25));
        await city.SweepAsync();
        await city.SweepAsync();
        var withdrawn = await city.SendAsync(chen);
        await city.Rose(withdrawn.Rose).Withdraw(withdrawn.Rose, city.Cell.Command(), chen);
        city.Clock.Advance(TimeSpan.FromDays(9));
        await city.VoidAsync(doomed);
        var chain = await city.ChainAsync(an, bai, chen, an);
        await city.VoidAsync((await city.SendAsync(an)).Rose);
        await city.Person(du).Close(city.Cell.Command());
        return (an, chain, (await city.SendAsync(bai)).Rose);
    }
}
