using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Grains.Storage;

/// <summary>
/// Base of every grain with a record. A method gathers (all awaits), then decides and changes in one synchronous
/// <see cref="Change{T}"/>, then awaits <see cref="CommitAsync"/> or <see cref="DurableAsync"/>, whichever way it
/// answers: state runs ahead of the disk, and nothing undurable is ever shown as done (ledger.md 4, 5).
/// </summary>
public abstract class LedgerGrain<TState>(IPersistentState<TState> record, ICampaignClock clock) : Grain
    where TState : LedgerState, new()
{
    /// <summary>Effects that may wait for the store before a grain answers Busy.</summary>
    public const int MaxPendingEffects = 1_000;

    private Task _commit = Task.CompletedTask;
    private IChangeObserver? _observer;

    /// <summary>The record. Changed only inside <see cref="Change{T}"/>.</summary>
    protected TState State => record.State;

    /// <summary>Whether the store has this record.</summary>
    protected bool Exists => record.RecordExists;

    /// <summary>The campaign's clock.</summary>
    protected ICampaignClock Clock => clock;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (!State.HasLease)
        {
            await record.ReadStateAsync(CancellationToken.None); // migrated: what travelled may be ahead of the disk
        }

        _observer = ServiceProvider.GetService<IChangeObserver>();
        _observer?.Entering(State, read: true);
    }

    /// <summary>One turn: check the command, decide, mutate, add effects. Starts the commit when something changed.</summary>
    /// <exception cref="LedgerException">The lease is gone: nothing was changed.</exception>
    /// <exception cref="LedgerBusyException">More than <see cref="MaxPendingEffects"/> wait: nothing was changed.</exception>
    protected TResult Change<TResult>(Func<DateTimeOffset, TResult> turn)
    {
        RequireLease();
        if (State.Effects.Count > MaxPendingEffects)
        {
            throw new LedgerBusyException();
        }

        try
        {
            _observer?.Entering(State, read: false);
            var result = turn(clock.UtcNow);
            _observer?.Leaving(State);
            if (State.HasChanges)
            {
                _commit = record.WriteStateAsync(); // no token: a cancellable write is never coalesced
            }

            return result;
        }
        catch
        {
            State.TakeLease(); // the turn may have changed half of the state
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>Waits until the last change is on disk; without one, until what was seen is.</summary>
    protected async Task CommitAsync()
    {
        try
        {
            await DurableAsync();
        }
        catch (LedgerException)
        {
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>Waits until everything that this answer depends on is on disk. Never writes.</summary>
    protected async Task DurableAsync()
    {
        var seen = _commit;
        if (!seen.IsCompletedSuccessfully)
        {
            await seen;
        }

        RequireLease();
    }

    /// <summary>No record, no opinion: the activation goes away, so that a record born later is seen (ledger.md 6).</summary>
    protected T Nothing<T>(T answer)
    {
        DeactivateOnIdle();
        return answer;
    }

    private void RequireLease()
    {
        if (!State.HasLease)
        {
            DeactivateOnIdle();
            throw new LedgerException(LedgerFailure.LeaseLost, "An earlier write failed; retry with the same command.");
        }
    }
}
