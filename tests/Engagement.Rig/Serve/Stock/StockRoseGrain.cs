using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Orleans.Placement;

namespace Engagement.Rig.Serve.Stock;

/// <inheritdoc cref="IStockRose"/>
[PreferLocalPlacement, CollectionAgeLimit(Minutes = 2)]
public sealed class StockRoseGrain(
    [PersistentState(RoseState.Kind, StockHosting.Storage)] IPersistentState<RoseState> rose,
    CampaignSettings settings, PeerLinks links, BoardUpdates boards, IGrainFactory grains) : Grain, IStockRose
{
    /// <inheritdoc/>
    public async Task Born(RoseState born)
    {
        if (rose.RecordExists)
        {
            return;
        }

        rose.State = born;
        try
        {
            await rose.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<long> BornAt(ParticipantId sender) => Task.FromResult(rose.RecordExists && rose.State.Sender == sender ? rose.State.BornAt : 0);

    /// <inheritdoc/>
    public async Task<ClaimReceipt> Claim(CommandId command, ClaimRose claim)
    {
        if (!rose.RecordExists)
        {
            DeactivateOnIdle();
            return new(Outcome.NotFound);
        }

        var state = rose.State;
        var taker = grains.GetGrain<IStockParticipant>(claim.By.ToString()).Card(default);
        var giver = await grains.GetGrain<IStockParticipant>(state.Holder.ToString()).Card(claim.By);
        var facts = new ClaimFacts((await taker).Open, giver.Blocks, PeerLinks.Attribution(giver.Units),
            links.OfferOf(state.Id, state.Offers, claim.Secret), state.Latest?.Counted ?? Counted.Unknown, state.Hops);
        var receipt = RoseRules.Claim(state, command, claim, facts, settings.At(settings.Clock.UtcNow));
        if (receipt.Outcome != Outcome.Done)
        {
            return receipt;
        }

        if (!state.HasChanges)
        {
            return receipt with { Counted = await boards.IsCounted(state.Id, state.Latest!) };
        }

        try
        {
            await rose.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle(); // memory is ahead of the store
            throw;
        }

        var effects = state.Effects.ToArray();
        state.Settle(effects.Length);
        state.MarkWriting();
        return receipt with { Counted = await boards.Apply(effects) };
    }
}
