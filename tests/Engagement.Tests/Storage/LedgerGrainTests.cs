using Engagement.Contracts;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Engagement.Tests.Storage;

/// <summary>What a grain on the ledger promises when writes fail, replies are lost and activations move (ledger.md 1 to 6, 15).</summary>
[Collection(StoreTests.Name)]
public sealed class LedgerGrainTests(StoreFixture stores)
{
    [RedisFact]
    public Task Add_QueuedBehindOneThatWasAppliedUnanswered_CountsEachOnce() => QueuedBehindFailure(ProxyMode.KeepAnswers, late: false);

    [RedisFact]
    public Task Add_QueuedBehindOneThatWasNeverApplied_CountsEachOnce() => QueuedBehindFailure(ProxyMode.KeepRequests, late: false);

    [RedisFact]
    public Task Add_QueuedBehindOneThatIsAppliedLate_CountsEachOnce() => QueuedBehindFailure(ProxyMode.KeepRequests, late: true);

    [RedisFact]
    public async Task Add_QueuedBehindAnInjectedFailure_CountsEachOnce()
    {
        var (state, counter) = await QueuedBehindInjected(new());
        Assert.Equal((2, 2), (state, counter));
    }

    [RedisFact]
    public async Task Control_WithoutLeaseAndRetainedEffects_QueuedWriteBehindFailedOneMiscounts()
    {
        var (state, counter) = await QueuedBehindInjected(new() { KeepsLease = true, ForgetsEffects = true });
        Assert.Equal((2, 1), (state, counter));
    }

    [RedisFact]
    public async Task Add_AfterMigrationOfADirtyActivation_StandsOnTheStore()
    {
        var (state, counter) = await MigratedDirty(new());
        Assert.Equal((1, 1), (state, counter));
    }

    [RedisFact]
    public async Task Control_MigrationKeepsTheLease_StateRunsAheadOfItsCounter()
    {
        var (state, counter) = await MigratedDirty(new() { KeepsLease = true, ForgetsEffects = true });
        Assert.Equal((2, 1), (state, counter));
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Add_SameKeyTwiceWhileGathering_CountsOnce(StoreKind store)
    {
        await using var cell = await TestCell.StartAsync(await stores.ConnectionAsync(store));
        var (tally, command) = (cell.Tally("slow"), cell.Command());
        var twice = new[] { tally.Add(command, "a", 9), tally.Add(command, "b", 9) };
        await Task.WhenAll(cell.Doors["a"].Reached.Task, cell.Doors["b"].Reached.Task);
        cell.Doors["a"].Opened.SetResult();
        cell.Doors["b"].Opened.SetResult();
        Assert.DoesNotContain(false, await Task.WhenAll(twice));
        Assert.Equal((1, 1L), (await tally.Read(), await Counter(cell, "slow")));
        Assert.Empty(cell.Watch.Caught);
    }

    [RedisFact]
    public async Task Add_RefusedFromAStateWhoseCommitFails_IsNotAnswered()
    {
        await using var proxy = new RedisProxy((await stores.RedisAsync()).Port);
        await using var cell = await TestCell.StartAsync(proxy.Connection);
        var tally = cell.Tally("full");
        Assert.Equal(0, await tally.Read());
        proxy.Mode = ProxyMode.KeepRequests;
        var last = tally.Add(cell.Command(), null, 1);
        await Eventually.HoldsAsync(async () => await tally.Memory() == 1, "the last place is taken in memory");
        var refused = tally.Add(cell.Command(), null, 1); // "full", but only as memory has it
        var read = tally.Read();
        await Task.Delay(100);
        Assert.False(refused.IsCompleted || read.IsCompleted);
        proxy.Cut();
        await Assert.ThrowsAsync<LedgerException>(() => last);
        await Assert.ThrowsAsync<LedgerException>(() => refused);
        await Assert.ThrowsAsync<LedgerException>(() => read);
        Assert.True(await Eventually.AnswersAsync(() => tally.Add(cell.Command(), null, 1))); // it was free all the time
    }

    [RedisFact]
    public async Task Add_RefusalsWhileACommitIsUnderWay_WriteNothing()
    {
        await using var cell = await TestCell.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var tally = cell.Tally("hot");
        await tally.Read();
        await (await stores.RedisAsync()).PauseWritesAsync(300);
        var won = tally.Add(cell.Command(), null, 1);
        await Eventually.HoldsAsync(async () => await tally.Memory() == 1, "the first is in memory");
        await Task.Delay(50); // its write is laid out and under way
        var refusals = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tally.Add(cell.Command(), null, 1)));
        Assert.True(await won);
        Assert.DoesNotContain(true, refusals);
        Assert.Equal(1, await Sequence(cell));
    }

    [RedisFact]
    public async Task Break_TurnThrowsHalfWay_NothingOfItIsEverWritten()
    {
        var (state, counter) = await BrokenTurn(new());
        Assert.Equal((1, 1), (state, counter));
    }

    [RedisFact]
    public async Task Control_LeaseKeptAfterABrokenTurn_HalfOfItIsWritten()
    {
        var (state, counter) = await BrokenTurn(new() { KeepsLease = true });
        Assert.NotEqual(state, counter);
    }

    [RedisFact]
    public async Task Flood_AboveAThousandPendingEffects_AnswersBusyAndChangesNothing()
    {
        await using var proxy = new RedisProxy((await stores.RedisAsync()).Port);
        await using var cell = await TestCell.StartAsync(proxy.Connection);
        var tally = cell.Tally("");
        await tally.Read();
        proxy.Mode = ProxyMode.KeepAnswers;
        var flood = tally.Flood(LedgerRecord<TallyState>.MaxPendingEffects + 1);
        await Eventually.HoldsAsync(async () => await tally.Memory() > 0, "the flood is in memory");
        await Assert.ThrowsAsync<LedgerBusyException>(() => tally.Add(cell.Command(), null, int.MaxValue));
        Assert.Equal(1_001, await tally.Memory());
        proxy.Cut();
        await Assert.ThrowsAsync<LedgerException>(() => flood);
        Assert.True(await Eventually.AnswersAsync(() => tally.Add(cell.Command(), null, int.MaxValue)));
        Assert.Equal(1_002, await tally.Read()); // the flood itself was applied, only its answer was lost
    }

    [RedisFact]
    public async Task Peek_StoreIsGone_CallerSeesTheLedgersFailure()
    {
        await using var cell = await TestCell.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        Assert.Equal(LedgerFailure.Unknown, (await Assert.ThrowsAsync<LedgerException>(cell.Tally("peek").Peek)).Failure);
    }

    [RedisFact]
    public async Task Cheat_StateChangedOutsideATurn_IsCaught()
    {
        await using var cell = await TestCell.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await cell.Tally("cheat").Cheat();
        Assert.Contains("TallyState changed outside a turn", cell.Watch.Caught);
    }

    // Another silo has written: this activation's memory is yesterday's, though nobody told it (docs/decisions/0007).
    [RedisFact]
    public async Task Refuse_AnotherActivationWrote_IsNoRefusalButARetryThatSeesTheTruth()
    {
        await using var cell = await TestCell.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var tally = cell.Tally("replaced");
        await tally.Add(cell.Command(), null, 1);
        await OvertakeAsync(cell, "replaced");
        Assert.Equal(LedgerFailure.Conflict, (await Assert.ThrowsAsync<LedgerException>(() => tally.Add(cell.Command(), null, 1))).Failure);
        Assert.Equal(5, await Eventually.AnswersAsync(tally.Read));
    }

    [RedisFact]
    public async Task Read_AnotherActivationWrote_NobodySeesTheOldState()
    {
        await using var cell = await TestCell.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var tally = cell.Tally("looked at");
        await tally.Add(cell.Command(), null, 1);
        await OvertakeAsync(cell, "looked at");
        var looks = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            try
            {
                return await tally.Read();
            }
            catch (LedgerException)
            {
                return -1;
            }
        }));
        Assert.DoesNotContain(1, looks);
    }

    // The store has this activation's own commit, whose answer is on its way: that is nobody else's write.
    [RedisFact]
    public async Task Refuse_OwnCommitStoredButNotAnswered_IsARefusalAndNoConflict()
    {
        await using var cell = await TestCell.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var tally = cell.Tally("late answer");
        await tally.Add(cell.Command(), null, 1);
        cell.Sabotage.HoldsVersion = true;
        var refused = tally.Add(cell.Command(), null, 1);
        await cell.Doors["version"].Reached.Task;
        cell.Sabotage.HoldsAnswer = true;
        var added = tally.Add(cell.Command(), null, 2);
        await cell.Doors["answer"].Reached.Task;
        cell.Doors["version"].Opened.SetResult();
        await Task.Delay(100); // lets the answer about the version arrive first
        cell.Doors["answer"].Opened.SetResult();
        Assert.Equal((false, true), (await refused, await added));
        Assert.Equal(2, await tally.Read());
    }

    private async Task OvertakeAsync(TestCell cell, string name)
    {
        await using var other = new LedgerBench(await stores.ConnectionAsync(StoreKind.Redis), cell.CellId);
        var record = await other.OpenAsync<TallyState>(name);
        record.State.N = 5;
        await record.CommitAsync(new Count("tally", name, 4));
    }

    private async Task QueuedBehindFailure(ProxyMode mode, bool late)
    {
        await using var proxy = new RedisProxy((await stores.RedisAsync()).Port);
        await using var cell = await TestCell.StartAsync(proxy.Connection);
        var (tally, one, two) = (cell.Tally("queued"), cell.Command(), cell.Command());
        Assert.Equal(0, await tally.Read());

        proxy.Mode = mode;
        var first = tally.Add(one, null, 9);
        await Eventually.HoldsAsync(() => Task.FromResult(proxy.KeptBytes > 0), "the first write is under way");
        var second = tally.Add(two, null, 9);
        await Eventually.HoldsAsync(async () => await tally.Memory() == 2, "the second is queued behind it");
        if (mode == ProxyMode.KeepAnswers)
        {
            await using var direct = await ConnectionMultiplexer.ConnectAsync((await stores.RedisAsync()).Connection);
            await Eventually.HoldsAsync(async () => await direct.GetDatabase().KeyExistsAsync($"{{{cell.CellId}}}:tally:queued"), "the first is applied");
        }

        proxy.Cut();
        await Assert.ThrowsAsync<LedgerException>(() => first);
        await Assert.ThrowsAsync<LedgerException>(() => second);

        var stored = await Eventually.AnswersAsync(tally.Read);
        Assert.Equal(stored, await Counter(cell, "queued"));
        if (late)
        {
            await proxy.DeliverLateAsync();
        }

        Assert.True(await Eventually.AnswersAsync(() => tally.Add(one, null, 9)));
        Assert.True(await Eventually.AnswersAsync(() => tally.Add(two, null, 9)));
        Assert.Equal((2, 2L), (await Eventually.AnswersAsync(tally.Read), await Counter(cell, "queued")));
    }

    private async Task<(int State, long Counter)> QueuedBehindInjected(Sabotage sabotage)
    {
        await using var cell = await TestCell.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (tally, one, two) = (cell.Tally("queued"), cell.Command(), cell.Command());
        await tally.Read();
        (cell.Sabotage.KeepsLease, cell.Sabotage.ForgetsEffects, cell.Sabotage.FailsNext) = (sabotage.KeepsLease, sabotage.ForgetsEffects, true);
        var first = tally.Add(one, null, 9);
        await cell.Doors["fail"].Reached.Task;
        var second = Record.ExceptionAsync(() => tally.Add(two, null, 9));
        await Eventually.HoldsAsync(async () => await tally.Memory() == 2, "the second is queued behind it");
        cell.Doors["fail"].Opened.SetResult();
        await Assert.ThrowsAsync<LedgerException>(() => first);
        await second;
        Assert.True(await Eventually.AnswersAsync(() => tally.Add(one, null, 9)));
        Assert.True(await Eventually.AnswersAsync(() => tally.Add(two, null, 9)));
        return (await tally.Read(), await Counter(cell, "queued"));
    }

    // A commit fails while its activation is on its way to another silo, which then adds one.
    private async Task<(int State, long Counter)> MigratedDirty(Sabotage sabotage)
    {
        await using var cell = await TestCell.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), silos: 2);
        var (tally, next) = (cell.Tally("moved"), cell.Command());
        await tally.Read();
        (cell.Sabotage.KeepsLease, cell.Sabotage.ForgetsEffects, cell.Sabotage.FailsNext) = (sabotage.KeepsLease, sabotage.ForgetsEffects, true);
        Assert.True(cell.Cluster.TryGetGrainContext(tally.GetGrainId(), out var context));
        var other = cell.Cluster.Silos.First(silo => !silo.SiloAddress.Equals(context.Address.SiloAddress)).SiloAddress;
        var lost = Record.ExceptionAsync(() => tally.Add(cell.Command(), null, 9));
        await cell.Doors["fail"].Reached.Task;
        var migration = cell.Cluster.MigrateAsync(tally, other);
        await Task.Delay(200); // lets the migration begin while the write is under way
        cell.Doors["fail"].Opened.SetResult();
        await migration;
        Assert.NotNull(await lost);
        Assert.True(await Eventually.AnswersAsync(() => tally.Add(next, null, 9)));
        return (await Eventually.AnswersAsync(tally.Read), await Counter(cell, "moved"));
    }

    private async Task<(int State, long Counter)> BrokenTurn(Sabotage sabotage)
    {
        await using var cell = await TestCell.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        cell.Sabotage.KeepsLease = sabotage.KeepsLease;
        var (tally, command) = (cell.Tally("broken"), cell.Command());
        await tally.Read();
        var inside = Record.ExceptionAsync(() => tally.Add(command, "inside", 999)); // it is inside already when the other one breaks
        await cell.Doors["inside"].Reached.Task;
        await Assert.ThrowsAsync<InvalidOperationException>(tally.Break);
        cell.Doors["inside"].Opened.SetResult();
        await inside;
        Assert.True(await Eventually.AnswersAsync(() => tally.Add(command, null, 999)));
        return (await tally.Read(), await Counter(cell, "broken"));
    }

    private static async Task<long> Counter(TestCell cell, string name)
    {
        var services = cell.Services;
        return await Eventually.AnswersAsync(async () =>
        {
            try
            {
                return (long)await services.GetRequiredService<StoreConnection>().Database.HashGetAsync(services.GetRequiredService<Cell>().Key("tally"), $"{cell.CellId}/{name}");
            }
            catch (RedisException e)
            {
                throw new OrleansException("not connected yet", e);
            }
        });
    }

    private static async Task<long> Sequence(TestCell cell) =>
        (long)await cell.Services.GetRequiredService<StoreConnection>().Database.StringGetAsync(cell.Services.GetRequiredService<Cell>().Sequence);
}
