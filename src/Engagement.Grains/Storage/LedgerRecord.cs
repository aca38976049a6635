using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Telemetry;

namespace Engagement.Grains.Storage;

/// <summary>
/// One record in memory, in the hands of one grain: the turn that changes it, the commit, and the waits that an answer
/// owes to the disk (ledger.md 4, 5). State runs ahead of the disk, and nothing undurable is ever shown as done.
/// </summary>
/// <param name="record">Where the state is read from and written to.</param>
/// <param name="clock">The campaign's clock.</param>
/// <param name="leave">Throws what is in memory away: the next call reads the store.</param>
internal sealed class LedgerRecord<TState>(IPersistentState<TState> record, ICampaignClock clock, Action leave)
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
    public TState State => record.State;

    /// <summary>Whether the store has this record.</summary>
    public bool Exists => record.RecordExists;

    /// <summary>Reads the record, unless it was read. Called once, before everything else.</summary>
    public async Task EnterAsync(LedgerStorage storage, IChangeObserver? observer)
    {
        (_storage, _observer) = (storage, observer);
        if (!State.HasLease)
        {
            await record.ReadStateAsync(CancellationToken.None); // new, or migrated: what travelled may be ahead of the disk
        }

        _observer?.Entering(State, read: true);
    }

    /// <summary>One turn: check the command, decide, mutate, add effects. Starts the commit when something changed.</summary>
    /// <exception cref="LedgerException">The lease is gone: nothing was changed.</exception>
    /// <exception cref="LedgerBusyException">More than <see cref="MaxPendingEffects"/> wait: nothing was changed.</exception>
    public TResult Change<TResult>(Func<DateTimeOffset, TResult> turn)
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
                LedgerMeter.Change();
                _commit = record.WriteStateAsync(); // no token: a cancellable write is never coalesced
            }

            return result;
        }
        catch
        {
            State.TakeLease(); // the turn may have changed half of the state
            leave();
            throw;
        }
    }

    /// <summary>Waits until the last change is on disk; when that turn changed nothing, until what it saw is, and is the truth.</summary>
    public async Task CommitAsync()
    {
        var wrote = _wrote; // of the turn just before: a commit proves by itself that nobody else wrote
        try
        {
            await (wrote ? DurableAsync() : TrueAsync());
        }
        catch (LedgerException)
        {
            leave();
            throw;
        }
    }

    /// <summary>Waits until everything that this answer depends on is on disk. Never writes.</summary>
    public async Task DurableAsync()
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
    public async Task TrueAsync()
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

    private async Task FollowAsync(Task earlier)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _following = Task.CompletedTask; // who comes from now on was not there when the question is asked
        await (_confirming = ConfirmAsync());
    }

    // Asked again while this activation's own commits move the version meanwhile, also one that the store has and whose answer is on its way.
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

            await _commit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
        while (record.Etag != before);

        State.TakeLease();
        leave();
        throw new LedgerException(LedgerFailure.Conflict, "Another activation wrote first; retry with the same command.");
    }

    private void RequireLease()
    {
        if (!State.HasLease)
        {
            leave();
            throw new LedgerException(LedgerFailure.LeaseLost, "An earlier write failed; retry with the same command.");
        }
    }
}
