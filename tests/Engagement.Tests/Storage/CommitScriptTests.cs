using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Storage;

/// <summary>What one script promises: all of a change or nothing, each change behind its own checks (ledger.md 7 to 11).</summary>
[Collection(StoreTests.Name)]
public sealed class CommitScriptTests(StoreFixture stores)
{
    private const double Base = 67_108_864;

    [Theory, OnRedis, OnGarnet]
    public async Task Write_ThirtyTwoGrainsOneStale_OnlyTheStaleOneFails(StoreKind store)
    {
        await using var bench = new LedgerBench(await stores.ConnectionAsync(store), scriptsInFlight: 1);
        var records = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => bench.OpenAsync<TallyState>($"r{i}")));
        var twin = await bench.OpenAsync<TallyState>("r7");
        await twin.CommitAsync(new Count("tally", "r7", 1));
        var before = (long)await bench.Redis.StringGetAsync(bench.Cell.Sequence);
        if (store == StoreKind.Redis)
        {
            await (await stores.RedisAsync()).PauseWritesAsync(1_000);
        }

        var blocker = (await bench.OpenAsync<TallyState>("blocker")).CommitAsync();
        var writes = records.Select((record, i) => Record.ExceptionAsync(() => record.CommitAsync(new Count("tally", $"r{i}", 1)))).ToArray();
        var failures = await Task.WhenAll(writes);
        await blocker;

        Assert.Equal(LedgerFailure.Conflict, Assert.IsType<LedgerException>(failures[7]).Failure);
        Assert.Equal(31, failures.Count(failure => failure is null));
        for (var i = 0; i < 32; i++)
        {
            Assert.Equal(1, await bench.CountAsync("tally", $"r{i}"));
        }
        if (store == StoreKind.Redis)
        {
            Assert.InRange((long)await bench.Redis.StringGetAsync(bench.Cell.Sequence) - before, 2, 3); // the blocker's script and one or two more
        }
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Write_BirthExists_WritesNothing(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        await (await bench.OpenAsync<TallyState>("child")).CommitAsync();
        var parent = await bench.OpenAsync<TallyState>("parent");
        var failure = await Assert.ThrowsAsync<LedgerException>(() =>
            parent.CommitAsync(new Birth("tally", "child", new TallyState()), new Count("tally", "parent", 1)));
        Assert.Equal(LedgerFailure.BirthExists, failure.Failure);
        Assert.False(await bench.Redis.KeyExistsAsync(bench.Cell.Record("tally", "parent")));
        Assert.Equal(0, await bench.CountAsync("tally", "parent"));
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Write_EntryToTakeIsGone_WritesNothing(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var first = await bench.OpenAsync<TallyState>("first");
        await first.CommitAsync(new Index("agenda", "m", 5));
        await first.CommitAsync(new Take("agenda", "m"), new Count("tally", "first", 1));
        var failure = await Assert.ThrowsAsync<LedgerException>(() => first.CommitAsync(new Take("agenda", "m"), new Count("tally", "first", 1)));
        Assert.Equal(LedgerFailure.AlreadyDone, failure.Failure);
        Assert.Equal(1, await bench.CountAsync("tally", "first"));
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Write_SameEntryTakenTwiceInOneChange_WritesNothing(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var record = await bench.OpenAsync<TallyState>("r");
        await record.CommitAsync(new Index("agenda", "m", 5));
        var failure = await Assert.ThrowsAsync<LedgerException>(() => record.CommitAsync(
            new Take("agenda", "m"), new Count("tally", "r", 1), new Take("agenda", "m"), new Count("tally", "r", 1)));
        Assert.Equal(LedgerFailure.AlreadyDone, failure.Failure);
        Assert.Equal(0, await bench.CountAsync("tally", "r"));
        Assert.NotNull(await bench.Redis.SortedSetScoreAsync(bench.Cell.Key("agenda"), "m"));
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Write_SameBirthTwiceInOneChange_WritesNothing(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var record = await bench.OpenAsync<TallyState>("r");
        var failure = await Assert.ThrowsAsync<LedgerException>(() => record.CommitAsync(
            new Birth("tally", "b", new TallyState()), new Birth("tally", "b", new TallyState())));
        Assert.Equal(LedgerFailure.BirthExists, failure.Failure);
        Assert.False(await bench.Redis.KeyExistsAsync(bench.Cell.Record("tally", "b")));
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Write_AfterScriptFlush_LoadsItAgain(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var record = await bench.OpenAsync<TallyState>("r");
        await record.CommitAsync(new Count("tally", "r", 1));
        await bench.Redis.ExecuteAsync("SCRIPT", "FLUSH");
        await record.CommitAsync(new Count("tally", "r", 1));
        Assert.Equal(2, await bench.CountAsync("tally", "r"));
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Rank_TiesNegativesAndLateInstants_ScoreIsExact(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var record = await bench.OpenAsync<TallyState>("r");
        await record.CommitAsync(new Rank("b", "early", 3, 100), new Rank("b", "late", 3, 101), new Rank("b", "huge", 100_000_000, 67_108_863));
        await record.CommitAsync(new Rank("b", "early", 1, 50), new Rank("b", "late", -1, 999), new Rank("b", "gone", 1, 7), new Rank("b", "gone", -1, 7));

        Assert.Equal(Score(4, 100), await Stored("early")); // an earlier instant that comes later does not move the tie
        Assert.Equal(Score(2, 101), await Stored("late")); // a void never moves it
        Assert.Equal(Score(100_000_000, 67_108_863), await Stored("huge"));
        Assert.Equal(Score(0, 7), await Stored("gone"));

        async Task<double?> Stored(string member) => await bench.Redis.SortedSetScoreAsync(bench.Cell.Key("b"), member);
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Once_LimitReached_SkipsWhatIsInsideAndNothingElse(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var record = await bench.OpenAsync<TallyState>("r");
        var guarded = Enumerable.Range(0, 4).Select(i => new Once("g", $"m{i}", $"o{i}", new Count("limit", "f", 1), new Rank("b", "x", 1, i))
        {
            Limit = "limit", LimitField = "f", Max = 2,
        }).ToArray();
        await record.CommitAsync([.. guarded, new Count("tally", "after", 1)]);

        Assert.Equal([true, true, false, false], guarded.Select(once => once.Took));
        Assert.Equal(2, await bench.CountAsync("limit", "f"));
        Assert.Equal(Score(2, 1), await bench.Redis.SortedSetScoreAsync(bench.Cell.Key("b"), "x"));
        Assert.Equal(2, await bench.Redis.HashLengthAsync(bench.Cell.Key("g")));
        Assert.Equal(1, await bench.CountAsync("tally", "after"));
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Once_BehindBirthsAndTakes_TookIsItsOwn(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var record = await bench.OpenAsync<TallyState>("r");
        await record.CommitAsync(new Index("agenda", "m", 5), new Once("g", "taken", "x"));
        var (lost, won) = (new Once("g", "taken", "y", new Count("tally", "lost", 1)), new Once("g", "free", "y", new Count("tally", "won", 1)));
        await record.CommitAsync(new Take("agenda", "m"), lost, new Birth("tally", "b1", new TallyState()), won, new Birth("tally", "b2", new TallyState()));
        Assert.Equal((false, true), (lost.Took, won.Took));
        Assert.Equal((0, 1), (await bench.CountAsync("tally", "lost"), await bench.CountAsync("tally", "won")));
        Assert.True(await bench.Redis.KeyExistsAsync(bench.Cell.Record("tally", "b2")));
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Undo_ByAnotherOwner_ChangesNothingAndTheOwnerFreesIt(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var record = await bench.OpenAsync<TallyState>("r");
        await record.CommitAsync(new Once("g", "m", "first", new Count("tally", "c", 1)));
        await record.CommitAsync(new Once("g", "m", "second", new Count("tally", "c", 1)));
        await record.CommitAsync(new Undo("g", "m", "second", new Count("tally", "c", -1)), new Count("tally", "after", 1));
        Assert.Equal((1, 1), (await bench.CountAsync("tally", "c"), await bench.CountAsync("tally", "after")));
        await record.CommitAsync(new Undo("g", "m", "first", new Count("tally", "c", -1)), new Count("tally", "after", 1));
        Assert.Equal((0, 2), (await bench.CountAsync("tally", "c"), await bench.CountAsync("tally", "after")));
        Assert.False(await bench.Redis.HashExistsAsync(bench.Cell.Key("g"), "m"));
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Lists_AppendAndFeed_KeepOrderAndCap(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var record = await bench.OpenAsync<TallyState>("r");
        await record.CommitAsync([.. Enumerable.Range(0, 5).SelectMany(i => new Effect[] { new Append("list", i), new Feed("feed", i, 3) })]);
        var items = await bench.Redis.ListRangeAsync(bench.Cell.Key("list"));
        Assert.Equal([0, 1, 2, 3, 4], items.Select(item => (int)bench.Format.ReadItem<object>((byte[])item!)));
        Assert.Equal([4, 3, 2], (await bench.Redis.ListRangeAsync(bench.Cell.Key("feed"))).Select(id => (int)id));
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Write_VersionsOfTwoActivations_NeverRepeat(StoreKind store)
    {
        await using var bench = await stores.BenchAsync(store);
        var (a, b) = (await bench.OpenAsync<TallyState>("r"), await bench.OpenAsync<TallyState>("r"));
        await a.CommitAsync();
        await Assert.ThrowsAsync<LedgerException>(() => b.CommitAsync());
        Assert.NotNull(a.ETag);
        Assert.Null(b.ETag);
        await b.ReadAsync();
        Assert.Equal(a.ETag, b.ETag);
    }

    private static double Score(long count, int second) => count * Base + (Base - 1 - second);
}
