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
    private Task _confirming = Task.CompletedTask;
    private Task _following = Task.CompletedTask;
    private bool _wrote;
    private LedgerStorage? _storage;
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

        _storage = ServiceProvider.GetRequiredService<LedgerStorage>();
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
            _wrote = State.HasChanges;
            if (_wrote)
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

    /// <summary>Waits until the last change is on disk; when that turn changed nothing, until what it saw is, and is the truth.</summary>
    protected async Task CommitAsync()
    {
        var wrote = _wrote; // of the turn just before: a commit proves by itself that nobody else wrote
        try
        {
            await (wrote ? DurableAsync() : TrueAsync());
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

    /// <summary>
    /// Waits until everything that this answer depends on is on disk, and asks the store whether it is still the latest: a
    /// silo that was cut off and does not know that it was declared dead holds activations that others have replaced, and
    /// a refusal or a look from their memory would be yesterday's (ledger.md 6; found by the Rig's chaos).
    /// </summary>
    /// <exception cref="LedgerException">Another activation wrote; this one goes away.</exception>
    protected async Task TrueAsync()
    {
        await DurableAsync();
        if (_confirming.IsCompleted)
        {
            await (_confirming = ConfirmAsync());
            return;
        }

        if (_following.IsCompleted)
        {
            _following = FollowAsync(_confirming);
        }

        await _following; // whoever comes while one question is under way shares the next one
    }

    /// <summary>No record, no opinion: the activation goes away, so that a record born later is seen (ledger.md 6).</summary>
    protected T Nothing<T>(T answer)
    {
        DeactivateOnIdle();
        return answer;
    }

    private async Task FollowAsync(Task earlier)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _following = Task.CompletedTask; // who comes from now on was not there when the question is asked
        await (_confirming = ConfirmAsync());
    }

    // Asked again while this activation's own commits move the version meanwhile.
    private async Task ConfirmAsync()
    {
        string? before;
        do
        {
            before = record.Etag;
            if (await _storage!.IsCurrentAsync(State, before))
            {
                return;
            }
        }
        while (record.Etag != before);

        State.TakeLease();
        DeactivateOnIdle();
        throw new LedgerException(LedgerFailure.Conflict, "Another activation wrote first; retry with the same command.");
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
