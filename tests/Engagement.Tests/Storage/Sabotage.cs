using Engagement.Contracts;
using Engagement.Grains.Storage;
using Orleans.Storage;

namespace Engagement.Tests.Storage;

/// <summary>Takes one guarantee of the ledger away, to show that a test would notice (ledger.md, test 12).</summary>
internal sealed class Sabotage
{
    /// <summary>The right to write survives failures and migration.</summary>
    public bool KeepsLease { get; set; }

    /// <summary>The next write waits for the door "fail", then fails and is never applied.</summary>
    public bool FailsNext { get; set; }

    /// <summary>The next read has its answer, and waits for the door "read" before it tells.</summary>
    public bool HoldsRead { get; set; }

    /// <summary>The next commit is carried out, and waits for the door "answer" before it tells.</summary>
    public bool HoldsAnswer { get; set; }

    /// <summary>The next question for a record's version waits for the door "version" before it is asked.</summary>
    public bool HoldsVersion { get; set; }

    /// <summary>A failed write's effects are forgotten, its state is not.</summary>
    public bool ForgetsEffects { get; set; }

    /// <summary>A message is removed, whether it is still there or not.</summary>
    public bool IgnoresTakes { get; set; }

    /// <summary>A guard is freed by whoever comes.</summary>
    public bool IgnoresOwners { get; set; }
}

/// <summary>The ledger's storage, with what <see cref="Sabotage"/> takes away.</summary>
internal sealed class SabotagedStorage(LedgerStorage inner, StoreConnection store, Cell cell, Doors doors, Sabotage sabotage) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await inner.ReadStateAsync(stateName, grainId, grainState);
        if (sabotage.HoldsRead)
        {
            sabotage.HoldsRead = false;
            doors["read"].Reached.SetResult();
            await doors["read"].Opened.Task;
        }
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = (LedgerState)(object)grainState.State!;
        for (var i = 0; i < state.Effects.Count; i++)
        {
            state.Effects[i] = Weaken(state.Effects[i]);
        }

        var carried = state.Effects.Count;
        try
        {
            if (sabotage.FailsNext)
            {
                sabotage.FailsNext = false;
                state.MarkWriting();
                doors["fail"].Reached.SetResult();
                await doors["fail"].Opened.Task;
                state.TakeLease();
                throw new LedgerException(LedgerFailure.Unknown, "injected");
            }

            await inner.WriteStateAsync(stateName, grainId, grainState);
        }
        catch when (sabotage.KeepsLease || sabotage.ForgetsEffects)
        {
            if (sabotage.ForgetsEffects)
            {
                state.Settle(carried);
            }

            if (sabotage.KeepsLease)
            {
                state.GrantLease(state.Key);
            }

            throw;
        }
    }

    private Effect Weaken(Effect effect) => effect switch
    {
        Take take when sabotage.IgnoresTakes => new Unindex(take.Set, take.Member),
        Undo undo when sabotage.IgnoresOwners => new Undo(undo.Guard, undo.Member, store.Database.HashGet(cell.Key(undo.Guard), undo.Member), undo.Then),
        _ => effect,
    };
}
