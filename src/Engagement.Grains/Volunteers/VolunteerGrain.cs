using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Volunteers;

/// <inheritdoc cref="IVolunteerGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 10)]
public sealed partial class VolunteerGrain(
    [PersistentState(VolunteerState.Kind, LedgerStorage.Name)] IPersistentState<VolunteerState> volunteer,
    CampaignSettings settings, Cell cell, CellGrains grains, ActivitySettings bookings) : LedgerGrain<VolunteerState>(volunteer, settings.Clock), IVolunteerGrain
{
    private ParticipantId Me => ParticipantId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var me) ? me : default;

    /// <inheritdoc/>
    public async Task<VolunteerCard> Card()
    {
        var card = new VolunteerCard(IdentityLevel.WeChat, new(), Absences: Absent);
        await DurableAsync();
        return Exists ? card : Nothing(card);
    }

    /// <inheritdoc/>
    public Task Due(string entry) => !Exists ? Nothing(Task.CompletedTask) : entry.Split(':') switch
    {
        ["volunteer", _, "holds"] => CheckHolds(),
        _ => Task.CompletedTask,
    };
}
