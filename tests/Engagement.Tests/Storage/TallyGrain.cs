using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Orleans.Concurrency;
using StackExchange.Redis;

namespace Engagement.Tests.Storage;

/// <summary>A grain that counts: the smallest use of the ledger, with doors for the tests to hold.</summary>
[Alias("test.tally")]
public interface ITallyGrain : IGrainWithStringKey
{
    /// <summary>Adds one; refuses above <paramref name="limit"/>. With a door, gathers until the test opens it.</summary>
    [Alias("Add")] Task<bool> Add(CommandId command, string? door, int limit);

    /// <summary>Changes half of the state, then throws.</summary>
    [Alias("Break")] Task Break();

    /// <summary>Adds many effects in one turn.</summary>
    [Alias("Flood")] Task Flood(int effects);

    /// <summary>What is in memory, durable or not: for the test's eyes only.</summary>
    [Alias("Memory")] Task<int> Memory();

    /// <summary>What is on disk.</summary>
    [Alias("Read")] Task<int> Read();

    /// <summary>A plain read of the store that fails.</summary>
    [Alias("Peek")] Task Peek();

    /// <summary>Changes the state where no turn is: what the watch must catch.</summary>
    [Alias("Cheat")] Task Cheat();
}

/// <summary>Doors that hold a gathering grain, by name.</summary>
internal sealed class Doors
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, (TaskCompletionSource Reached, TaskCompletionSource Opened)> _doors = new();

    public (TaskCompletionSource Reached, TaskCompletionSource Opened) this[string name] => _doors.GetOrAdd(name, _ => (New(), New()));

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <inheritdoc cref="ITallyGrain"/>
[Reentrant, GrainType("test.tally")]
internal sealed class TallyGrain([PersistentState("tally", LedgerStorage.Name)] IPersistentState<TallyState> tally, ICampaignClock clock, Cell cell, Doors doors, Sabotage sabotage)
    : LedgerGrain<TallyState>(tally, clock), ITallyGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (sabotage.KeepsLease)
        {
            State.GrantLease(cell.Record("tally", cell.IdOf(this.GetPrimaryKeyString()))!);
        }

        return base.OnActivateAsync(cancellationToken);
    }

    public async Task<bool> Add(CommandId command, string? door, int limit)
    {
        if (door is not null)
        {
            doors[door].Reached.TrySetResult();
            await doors[door].Opened.Task;
        }

        var added = Change(now =>
        {
            if (State.Commands.Seen(command, 0, now) is { } seen)
            {
                return seen.Outcome == Outcome.Done;
            }

            if (State.N >= limit)
            {
                return false;
            }

            (State.Name, State.N) = (this.GetPrimaryKeyString(), State.N + 1);
            State.Commands.Keep(command, 0, 0, now);
            State.Follow(new Count("tally", State.Name, 1));
            return true;
        });
        await CommitAsync();
        return added;
    }

    public async Task Break()
    {
        try
        {
            Change<bool>(_ =>
            {
                State.N += 100;
                throw new InvalidOperationException("half way");
            });
        }
        finally
        {
            if (sabotage.KeepsLease)
            {
                State.GrantLease(State.Key);
            }
        }

        await CommitAsync();
    }

    public async Task Flood(int effects)
    {
        Change(_ =>
        {
            State.Follow([.. Enumerable.Range(0, effects).Select(_ => new Count("tally", State.Name, 1))]);
            return State.N += effects;
        });
        await CommitAsync();
    }

    public Task<int> Memory() => Task.FromResult(State.N);

    public async Task<int> Read()
    {
        var n = State.N;
        await TrueAsync();
        return n;
    }

    public Task Peek() => throw new RedisException("gone");

    public async Task Cheat()
    {
        State.N++;
        Change(_ => true);
        await CommitAsync();
    }
}
