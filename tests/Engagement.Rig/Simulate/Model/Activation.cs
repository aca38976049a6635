using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Rig.Simulate.Model;

/// <summary>
/// One activation of a grain with a record: the product's own <see cref="LedgerGrain{TState}"/>, with one method that
/// does what every method of its grains does: gather, one turn, commit, answer.
/// </summary>
internal sealed class Activation<TState>(IPersistentState<TState> record, CampaignSettings settings, Mutation without) : LedgerGrain<TState>(record, settings.Clock)
    where TState : LedgerState, new()
{
    /// <summary>Reads the record. Called once, before everything else.</summary>
    public Task Activate() => OnActivateAsync(CancellationToken.None);

    /// <summary>A command on the record; <paramref name="missing"/> when there is none.</summary>
    public async Task<TResult> Do<TFacts, TResult>(Func<TState, Func<Task>, Task<TFacts>> gather, Func<TState, TFacts, Moment, TResult> rule, TResult missing)
    {
        if (!Exists)
        {
            return Nothing(missing);
        }

        var facts = await gather(State, DurableAsync);
        var result = Change(now =>
        {
            Forget(State);
            return rule(State, facts, settings.At(now));
        });
        if (without == Mutation.Durability)
        {
            _ = CommitAsync().ContinueWith(static task => task.Exception, TaskScheduler.Default);
            return result;
        }

        await CommitAsync();
        return result;
    }

    private void Forget(LedgerState state)
    {
        if (without is not (Mutation.Idempotency or Mutation.Birth))
        {
            return;
        }

        if (state is RoseState rose)
        {
            rose.Commands = new();
        }
        else if (state is ParticipantState person)
        {
            person.Commands = new();
        }
    }

    /// <summary>A step of the agenda: one that was done before is no failure.</summary>
    public async Task Due(Action<TState, Moment> step)
    {
        try
        {
            await Do((_, _) => Task.FromResult(true), (state, _, moment) =>
            {
                step(state, moment);
                return true;
            }, false);
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.AlreadyDone)
        {
        }
    }
}
