using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Orleans.Concurrency;

namespace Engagement.Grains.Volunteers;

/// <inheritdoc cref="IVolunteerGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 10)]
public sealed partial class VolunteerGrain(
    [PersistentState(VolunteerState.Kind, LedgerStorage.Name)] IPersistentState<VolunteerState> volunteer,
    CampaignSettings settings, Cell cell, CellKeys keys, CellGrains grains, ICatalogue catalogue, TeamDirectory teams, IEnumerable<IConsentEnded> cancelling)
    : LedgerGrain<VolunteerState>(volunteer, settings.Clock), IVolunteerGrain
{
    private ParticipantId Me => ParticipantId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var me) ? me : default;

    /// <inheritdoc/>
    public async Task<VolunteerCard> Card()
    {
        var card = CardNow();
        await DurableAsync();
        return Exists ? card : Nothing(card);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (await IdentityStep(entry) is { } step)
        {
            await RunOnceAsync(step);
        }
    }
}
