using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Engagement.Grains.Notices;

/// <inheritdoc cref="IQuotaGrain"/>
/// <remarks>The record's version lets one of two activations commit, so no silo can spend what another one spent; calls of one moment share a write.</remarks>
[Reentrant]
public sealed class QuotaGrain(
    [PersistentState(QuotaState.Kind, LedgerStorage.Name)] IPersistentState<QuotaState> quota,
    CampaignSettings settings, IOptions<NoticeOptions> options) : LedgerGrain<QuotaState>(quota, settings.Clock), IQuotaGrain
{
    /// <inheritdoc/>
    public async Task<bool> Take()
    {
        var taken = Change(_ =>
        {
            if (State.Taken >= options.Value.PerDay)
            {
                return false;
            }

            State.Taken++;
            State.Touch();
            return true;
        });
        await CommitAsync();
        return taken;
    }
}
