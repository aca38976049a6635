using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Tests.Storage;

/// <summary>A script error has no rollback: the outcome is unknown for every change of the script, and nobody writes on from memory (ledger.md 2).</summary>
[Collection(StoreTests.Name)]
public sealed class ScriptErrorTests(StoreFixture stores)
{
    /// <summary>Every effect, at a key of another type.</summary>
    private static readonly Dictionary<string, Effect> Kinds = new()
    {
        ["rank"] = new Rank("wrong", "m", 1, 1),
        ["count"] = new Count("wrong", "f", 1),
        ["index"] = new Index("wrong", "m", 1),
        ["unindex"] = new Unindex("wrong", "m"),
        ["append"] = new Append("wrong", "item"),
        ["feed"] = new Feed("wrong", "id", 3),
        ["once"] = new Once("wrong", "m", "o"),
        ["once inside"] = new Once("guard", "m", "o", new Count("wrong", "f", 1)),
        ["undo"] = new Undo("wrong", "m", "o"),
        ["take"] = new Take("wrong", "m"),
    };

    [Theory, OnRedisNames]
    public async Task Write_KeyOfAnotherType_OutcomeIsUnknownAndTheLeaseIsGone(string kind)
    {
        await using var bench = await stores.BenchAsync(StoreKind.Redis);
        await bench.Redis.StringSetAsync(bench.Cell.Key("wrong"), "a string");
        var record = await bench.OpenAsync<TallyState>("r");
        record.State.N = 1;
        var failure = await Assert.ThrowsAsync<LedgerException>(() => record.CommitAsync(new Count("tally", "r", 1), Kinds[kind]));
        Assert.Equal(LedgerFailure.Unknown, failure.Failure);
        Assert.Equal(LedgerFailure.LeaseLost, (await Assert.ThrowsAsync<LedgerException>(record.WriteAsync)).Failure);

        // A fresh reading tells: the record is there with the count before the error, or neither is.
        var fresh = await bench.OpenAsync<TallyState>("r");
        Assert.Equal(fresh.State.N, await bench.CountAsync("tally", "r"));
        Assert.Equal(kind == "take" ? 0 : 1, fresh.State.N);
    }

    [RedisFact]
    public async Task Write_ErrorInABatch_EveryChangeAsksAgainAndNoneIsDoubled()
    {
        await using var bench = new LedgerBench(await stores.ConnectionAsync(StoreKind.Redis), scriptsInFlight: 1);
        await bench.Redis.StringSetAsync(bench.Cell.Key("wrong"), "a string");
        var records = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => bench.OpenAsync<TallyState>($"r{i}")));
        await (await stores.RedisAsync()).PauseWritesAsync(1_000);
        var first = await bench.OpenAsync<TallyState>("blocker");
        var blocker = Record.ExceptionAsync(() => first.CommitAsync()); // it may travel with the others
        var writes = records.Select((record, i) =>
        {
            record.State.N = 1;
            return Record.ExceptionAsync(() => record.CommitAsync(new Count("tally", $"r{i}", 1), i == 4 ? Kinds["index"] : new Index("ok", i, 1)));
        }).ToArray();
        await blocker;
        var failures = await Task.WhenAll(writes);

        Assert.NotNull(failures[4]);
        Assert.All(failures.OfType<LedgerException>(), failure => Assert.Equal(LedgerFailure.Unknown, failure.Failure));
        for (var i = 0; i < 8; i++)
        {
            var fresh = await bench.OpenAsync<TallyState>($"r{i}");
            Assert.Equal(fresh.State.N, await bench.CountAsync("tally", $"r{i}"));
        }
    }

    /// <summary>All kinds, on redis-server.</summary>
    [Xunit.Sdk.DataDiscoverer("Xunit.Sdk.DataDiscoverer", "xunit.core")]
    private sealed class OnRedisNamesAttribute : Xunit.Sdk.DataAttribute
    {
        public OnRedisNamesAttribute() => Skip = RedisServer.MissingReason;

        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) => Kinds.Keys.Select(kind => new object[] { kind });
    }
}
