using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Grains.Storage;

/// <summary>
/// Base of every grain with a record of its own. A method gathers (all awaits), then decides and changes in one synchronous
/// <see cref="Change{T}"/>, then awaits <see cref="CommitAsync"/> or <see cref="DurableAsync"/>, whichever way it
/// answers: state runs ahead of the disk, and nothing undurable is ever shown as done (ledger.md 4, 5).
/// </summary>
public abstract class LedgerGrain<TState>(IPersistentState<TState> record, ICampaignClock clock) : Grain
    where TState : LedgerState, new()
{
    private LedgerRecord<TState>? _ledger;

    /// <summary>The record. Changed only inside <see cref="Change{T}"/>.</summary>
    protected TState State => record.State;

    /// <summary>Whether the store has this record.</summary>
    protected bool Exists => record.RecordExists;

    /// <summary>The campaign's clock.</summary>
    protected ICampaignClock Clock => clock;

    private LedgerRecord<TState> Ledger => _ledger ??= new(record, clock, DeactivateOnIdle);

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        Ledger.EnterAsync(ServiceProvider.GetRequiredService<LedgerStorage>(), ServiceProvider.GetService<IChangeObserver>());

    /// <inheritdoc cref="LedgerRecord{TState}.Change"/>
    protected TResult Change<TResult>(Func<DateTimeOffset, TResult> turn) => Ledger.Change(turn);

    /// <inheritdoc cref="LedgerRecord{TState}.CommitAsync"/>
    protected Task CommitAsync() => Ledger.CommitAsync();

    /// <summary>Carries a step of the agenda out. One that was done before is no failure: its entry is gone, and so is what it would have done twice.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    protected async Task RunOnceAsync(Action<DateTimeOffset> step)
    {
        try
        {
            Change(now =>
            {
                step(now);
                return true;
            });
            await CommitAsync();
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.AlreadyDone)
        {
        }
    }

    /// <inheritdoc cref="LedgerRecord{TState}.DurableAsync"/>
    protected Task DurableAsync() => Ledger.DurableAsync();

    /// <inheritdoc cref="LedgerRecord{TState}.TrueAsync"/>
    protected Task TrueAsync() => Ledger.TrueAsync();

    /// <summary>No record, no opinion: the activation goes away, so that a record born later is seen (ledger.md 6).</summary>
    protected T Nothing<T>(T answer)
    {
        DeactivateOnIdle();
        return answer;
    }
}
