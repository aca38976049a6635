using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Rig.Serve.Stock;
using Orleans.Transactions;
using ParticipantId = Engagement.Contracts.ParticipantId;

namespace Engagement.Rig.Serve.Transactions;

/// <summary>
/// Orleans Transactions: giver and rose change together or not at all, on Microsoft.Orleans.Persistence.Redis. Boards are moved once the transaction is committed. A transaction
/// that lost a lock is tried again.
/// </summary>
internal sealed class TransactionalPeer(IGrainFactory grains, EffectsAfter after, BoardUpdates boards) : IPeer
{
    private const int Tries = 20;

    public Task Prepare() => Task.CompletedTask;

    public async Task Enter(ParticipantState person)
    {
        await Again(async () =>
        {
            await grains.GetGrain<ITransactionalParticipant>(person.Id.ToString()).Enter(person);
            return true;
        });
        await boards.Apply([.. person.Derived()]);
    }

    public async Task<SendReceipt> Send(ParticipantId me, CommandId command, SendRose send)
    {
        var receipt = await Again(() => grains.GetGrain<ITransactionalParticipant>(me.ToString()).Send(command, send));
        await after.Apply(command);
        return receipt;
    }

    public async Task<ClaimReceipt> Claim(RoseId rose, CommandId command, ClaimRose claim)
    {
        var (receipt, hop) = await Again(() => grains.GetGrain<ITransactionalRoseGrain>(rose.ToString()).Claim(command, claim));
        return receipt.Outcome != Outcome.Done ? receipt : receipt with { Counted = await after.Apply(command) ?? await boards.IsCounted(rose, hop!) };
    }

    private static async Task<T> Again<T>(Func<Task<T>> act)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await act();
            }
            catch (OrleansTransactionException lost) when (tries < Tries && lost.InnerException is null or OrleansException)
            {
                await Task.Delay(Random.Shared.Next(2, 10 * tries));
            }
        }
    }
}
