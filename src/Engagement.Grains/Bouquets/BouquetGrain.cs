using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Bouquets;

/// <inheritdoc cref="IBouquetGrain"/>
[Reentrant]
public sealed class BouquetGrain(
    [PersistentState(BouquetState.Kind, LedgerStorage.Name)] IPersistentState<BouquetState> bouquet,
    CampaignSettings settings, CellKeys keys, Cell cell, IGrainFactory grains) : LedgerGrain<BouquetState>(bouquet, settings.Clock), IBouquetGrain
{
    /// <inheritdoc/>
    public async Task<ShareReceipt> Claim(CommandId command, ClaimRose claim)
    {
        if (!Exists)
        {
            return Nothing(ShareReceipt.Refused(Outcome.NotFound));
        }

        var secret = keys.IsLinkSecret(State.Id.Value, 1, claim.Secret) ? 1 : 0;
        if (secret == 0 || State.SharesLeft == 0 && !State.Taken.Exists(share => share.By == claim.By))
        {
            // After the last share a refusal costs neither a write nor a look at anybody.
            await DurableAsync();
            return ShareReceipt.Refused(secret == 0 ? Outcome.NotFound : Outcome.BouquetEmpty);
        }

        var taker = grains.GetGrain<IParticipantGrain>(cell.GrainKey(claim.By.ToString())).IsOpen();
        var card = await grains.GetGrain<IParticipantGrain>(cell.GrainKey(State.Sender.ToString())).AsGiver(claim.By);
        var facts = new ClaimFacts(await taker, card.Blocks, settings.Control.Attribute(card.Units), secret, Counted.Unknown, 0) { Wake = card.Wake };
        var receipt = Change(now => BouquetRules.Claim(
            State, command, claim, facts, n => new(keys.Born(State.Id.Value, claim.By.Value, n)), settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        await RunOnceAsync(now => BouquetRules.Settle(State, settings.At(now)));
    }
}
